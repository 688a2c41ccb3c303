import { describe, expect, it, vi } from 'vitest'
import { failureOf } from '#contract/errors'
import { ConnectionLost } from '../../electron/hyperv/powershell/connection-lost.ts'
import { type Shell, openShell } from '../../electron/hyperv/powershell/open-shell.ts'
import { createRestarts } from '../../electron/hyperv/powershell/restarts.ts'
import { createSession } from '../../electron/hyperv/powershell/session.ts'
import { type Verb, verbs } from '../../electron/hyperv/powershell/verbs.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { silentLog } from '../support/silent-log.ts'

vi.mock('../../electron/hyperv/powershell/open-shell.ts', () => ({ openShell: vi.fn() }))

const aMoment = 100
const day = 24 * 60 * 60_000
const all = Object.entries(verbs).map(([verb, { deadline, changes }]) => ({
  verb: verb as Verb,
  deadline,
  changes,
}))

describe('What a session can be asked', () => {
  it.each(all)(
    'has a deadline, which ends its process and leaves nothing uncertain: $verb',
    async ({ verb, deadline, changes }) => {
      expect([deadline > 0, deadline <= day]).toEqual([true, true])
      const clock = createManualClock()
      const shells = silentShells()
      const restarts = createRestarts(clock, () => 0.5)
      const session = createSession({ file: 'pwsh', environment: {}, clock, log: silentLog, restarts })
      await clock.settle(session.hello())
      const answer = session.run(verb, {}).then(
        () => 'answered',
        (error: unknown) => failureOf(error).code,
      )
      await clock.advance(deadline - 1)
      expect(shells.killed).toBe(0)
      // What it said while this program was held up is read first.
      await clock.advance(1 + aMoment)
      expect(shells.killed).toBe(1)
      // What only reads is asked once more, of another process, and ends with that.
      expect(await clock.settle(answer)).toBe(changes ? 'outcome-unknown' : 'timeout')
      expect([shells.asked.filter((each) => each === verb).length, shells.killed]).toEqual(
        changes ? [1, 1] : [2, 2],
      )
    },
  )
})

describe('PowerShell that is lost again and again', () => {
  it.each([
    [0, [188, 375, 750, 1_500, 3_000, 6_000, 6_000]],
    [1, [313, 625, 1_250, 2_500, 5_000, 10_000, 10_000]],
  ])('is started again less and less often, and not at the same moment: %i', async (random, expected) => {
    const clock = createManualClock()
    const restarts = createRestarts(clock, () => random)
    const pauses: number[] = []
    for (let losses = 1; losses <= expected.length; losses += 1) {
      restarts.noteLoss(lost)
      const before = clock.monotonic()
      await clock.settle(restarts.turn(new AbortController().signal))
      pauses.push(Math.round(clock.monotonic() - before))
      // Few enough within five minutes, so that nobody gives up.
      await clock.advance(3 * 60_000)
    }
    expect(pauses).toEqual(expected)
  })

  it('is given up for a while after the third time within five minutes, and at no other time', async () => {
    const clock = createManualClock()
    const restarts = createRestarts(clock, () => 0.5)
    const turn = () =>
      clock.settle(
        restarts.turn(new AbortController().signal).then(
          () => 'starts',
          (error: unknown) => failureOf(error).code,
        ),
      )
    const turns: string[] = []
    for (const minutes of [0, 2, 2, 2, 4]) {
      await clock.advance(minutes * 60_000)
      restarts.noteLoss(lost)
      turns.push(await turn())
    }
    expect(turns).toEqual(['starts', 'starts', 'host-lost', 'host-lost', 'starts'])
  })
})

const lost = new ConnectionLost('ended', '')

interface SilentShells {
  /** What they were asked after they had greeted. */
  readonly asked: readonly string[]
  killed: number
}

/** Processes that greet, and say nothing more. */
function silentShells(): SilentShells {
  const asked: string[] = []
  const shells = { asked, killed: 0 }
  vi.mocked(openShell).mockImplementation((_file, _environment, onText): Shell => {
    let mark = ''
    return {
      write: (text) => {
        mark = /^\$SavepointMark = '(\w+)'$/m.exec(text)?.[1] ?? mark
        const [, verb, number] = /^Invoke-Verb '([\w-]+)' (\d+) /.exec(text) ?? []
        if (verb === undefined) return
        if (number === '1') onText(`${mark} 1 done ${JSON.stringify(hello)}\n`)
        else asked.push(verb)
      },
      lost: new Promise(() => undefined),
      lastErrors: () => '',
      leave: () => Promise.resolve(),
      kill: () => {
        shells.killed += 1
        return Promise.resolve(true)
      },
    }
  })
  return shells
}

const hello = {
  version: '7.6.5',
  edition: 'Core',
  languageMode: 'FullLanguage',
  culture: 'en-US',
  rights: 'unknown',
}
