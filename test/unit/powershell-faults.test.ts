import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { AppError } from '#contract/errors'
import type { Clock } from '../../electron/core/ports.ts'
import { startDeadline } from '../../electron/hyperv/powershell/deadline.ts'
import { openFakeSession, type Step } from '../stand-in/open-fake-session.ts'
import { createManualClock } from '../support/manual-clock.ts'

const hello: Step = {}
const dies: Step = { say: [], exit: 7 }

describe('PowerShell', () => {
  it('that ends before it greets is started again, and its exit code and last words are told', async () => {
    const refuses: Step = { say: [], complaint: 'Kein Speicher für “sp-01”.', exit: 7 }
    const { session, asked } = openFakeSession([[refuses], [refuses]])
    expect(await failureOf(session.run('list', {}))).toMatchObject({
      code: 'host-lost',
      detail: 'Kein Speicher für “sp-01”.\nexit code 7',
    })
    expect([asked(2).length, asked(3).length]).toEqual([1, 0])
  })

  it('that is lost three times within five minutes is said to be, and is started again after that', async () => {
    const lost: readonly Step[] = [hello, dies]
    const { session, clock, asked } = openFakeSession([lost, lost, lost, [hello]])
    expect((await failureOf(session.run('list', {}))).code).toBe('host-lost')
    await failureOf(session.run('list', {}))
    await clock.advance(2_000)
    expect((await failureOf(session.run('list', {}))).message).toContain('three times within five minutes')
    expect(asked(4)).toEqual([])
    await clock.advance(5 * 60_000)
    expect(await session.run('list', {})).toMatchObject({ value: { process: 4 } })
  })

  it('that floods its error stream by 100 MB holds nothing up, and the last of it alone is kept', async () => {
    const { session } = openFakeSession([[hello, { errors: 100_000_000 }, dies]])
    expect(await session.run('list', {})).toMatchObject({ value: { process: 1 } })
    const { detail = '' } = await failureOf(session.run('apply', {}))
    expect([detail.length < 10_000, detail.startsWith('eeee')]).toEqual([true, true])
  })

  it('that writes a line of more than 64 MB without an end is replaced', async () => {
    const { session } = openFakeSession([[hello, { endless: 65 * 1024 * 1024, say: [] }], [hello]])
    expect(await session.run('list', {})).toMatchObject({ value: { process: 2 } })
    expect(session.facts().lastLoss?.reason).toBe('broken')
  })

  it('that prints what nobody asked for is read past, and how often is counted', async () => {
    const say = [
      'Welcome to this computer',
      '{mark} 999 done {"n":"of nobody"}',
      '{mark} {number} done {"n":1}',
      '{mark} {number} done {"n":"once more"}',
    ]
    const oem = Buffer.from([0xff, 0x84, 0x94, 0x81, 0x0d, 0x0a]).toString('base64')
    const { session } = openFakeSession([[hello, { bytes: oem, say }]])
    expect(await session.run('list', {})).toMatchObject({ value: { n: 1 } })
    await session.run('list', {})
    expect(session.facts()).toMatchObject({ noise: 2, strayAnswers: 2, losses: 0 })
  })

  it('that reads no more is taken for lost, and this program goes on', async () => {
    const { session } = openFakeSession([[hello, { deaf: true }], [hello]])
    await session.run('list', {})
    expect(await session.run('list', {})).toMatchObject({ value: { process: 2 } })
  })

  it('that has too much to do says so, and what was asked before is answered', async () => {
    const { session } = openFakeSession([[]])
    const asked = Array.from({ length: 256 }, (_, n) => session.run('list', { n }))
    expect((await failureOf(session.run('list', {}))).code).toBe('busy')
    expect(await Promise.all(asked)).toHaveLength(256)
    expect(await session.run('list', {})).toMatchObject({ value: { process: 1 } })
  })

  it('that a virus protection blocks is named, and not started again and again', async () => {
    const blocked: Step = {
      say: [],
      complaint: 'FullyQualifiedErrorId : ScriptContainedMaliciousContent',
      exit: 1,
    }
    const { session, asked } = openFakeSession([[blocked], [blocked]])
    const failure = await failureOf(session.run('list', {}))
    expect(failure.message).toContain('virus protection')
    await failureOf(session.run('list', {}))
    expect(asked(3)).toEqual([])
  })

  it.skipIf(process.platform !== 'linux')(
    'runs no script file, so that no rule for signed ones stops it',
    async () => {
      const { session, asked } = openFakeSession([[]])
      await session.hello()
      const [, pid = ''] = asked(1)[0]?.split(' ') ?? []
      const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      expect(commandLine.slice(commandLine.indexOf('-NoLogo')).join(' ').trim()).toBe(
        '-NoLogo -NoProfile -NonInteractive -ExecutionPolicy RemoteSigned -OutputFormat Text -NoExit -Command -',
      )
    },
  )
})

describe('a deadline', () => {
  it('does not pass while PowerShell goes on saying something', async () => {
    const clock = createManualClock()
    const onPassed = vi.fn()
    const deadline = startDeadline(clock, 30_000, onPassed)
    for (let time = 0; time < 10; time += 1) {
      await clock.advance(25_000)
      deadline.renew()
    }
    expect(onPassed).not.toHaveBeenCalled()
    await clock.advance(35_000)
    expect(onPassed).toHaveBeenCalledOnce()
  })

  it('does not pass while the computer sleeps', () => {
    const sleeper = createSleeper()
    const onPassed = vi.fn()
    startDeadline(sleeper.clock, 10_000, onPassed)
    sleeper.wakeAfter(8 * 60 * 60_000)
    sleeper.wakeAfter(5_000)
    sleeper.wakeAfter(5_000)
    expect(onPassed).not.toHaveBeenCalled()
    sleeper.wakeAfter(100)
    expect(onPassed).toHaveBeenCalledOnce()
  })
})

/** A clock whose one timer is called back later than it should be. */
function createSleeper(): { readonly clock: Clock; readonly wakeAfter: (milliseconds: number) => void } {
  let elapsed = 0
  let due: () => void = () => undefined
  return {
    clock: {
      now: () => elapsed,
      monotonic: () => elapsed,
      after: (_milliseconds, callback) => {
        due = callback
        return () => undefined
      },
    },
    wakeAfter: (milliseconds) => {
      elapsed += milliseconds
      due()
    },
  }
}

async function failureOf(answer: Promise<unknown>): Promise<AppError> {
  const error: unknown = await answer.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error
  expect.fail(`Expected an AppError, got ${String(error)}`)
}
