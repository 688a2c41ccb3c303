import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { AppError } from '#contract/errors'
import type { VmId } from '#contract/model'
import { createSessionOpener } from '../../electron/hyperv/powershell/session-opener.ts'
import { createWatcher, type Watcher } from '../../electron/hyperv/powershell/watcher.ts'
import { watchHost } from '../../electron/hyperv/powershell/watch-host.ts'
import { isRunning } from '../stand-in/is-running.ts'
import { prepareFakeShell, type Step } from '../stand-in/open-fake-session.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { silentLog } from '../support/silent-log.ts'

const hello: Step = {}
const listening = '{mark} {number} part {"kind":"listening"}'
const listens: Step = { say: [listening] }
const one = '5a7e00ff-1c0d-4e5a-9b02-000000000001'

describe('A watcher', () => {
  it('tells once of a machine that changes several times within a moment, and that it listens', async () => {
    const say = [listening, changed(one), changed(one.toUpperCase()), changed(one)]
    const { hints, clock, state } = open([[hello, { say }]])
    await vi.waitUntil(() => state().by === 'events')
    await afterAMoment(clock)
    expect(hints).toEqual([null, one])
  })

  it('has all read where many machines change at once', async () => {
    const many = Array.from({ length: 9 }, (_, index) => changed(one.replace(/1$/, String(index))))
    const { hints, clock, state } = open([[hello, { say: [listening, ...many] }]])
    await vi.waitUntil(() => state().by === 'events')
    await afterAMoment(clock)
    expect(hints).toEqual([null, null])
  })

  it('that is lost is replaced, and all is read anew', async () => {
    const { hints, state, asked, pauses } = open([
      [hello, { ...listens, exit: 3 }],
      [hello, listens],
    ])
    await vi.waitUntil(() => asked(2).length === 2)
    await vi.waitUntil(() => hints.length === 2)
    expect([hints, state(), pauses]).toEqual([[null, null], { by: 'events' }, [250]])
  })

  it('whose heart does not beat any more is ended and replaced', async () => {
    const { clock, state, asked } = open([
      [hello, listens],
      [hello, listens],
    ])
    await vi.waitUntil(() => state().by === 'events')
    const silent = Number(asked(1)[1]?.split(' ')[1])
    await clock.advance(60_000)
    await vi.waitUntil(() => asked(2).length === 2 && state().by === 'events')
    expect(isRunning(silent)).toBe(false)
  })

  it('that is forgotten by Hyper-V listens again, in the same process', async () => {
    const { hints, state, asked } = open([[hello, { say: [listening, '{mark} {number} done {}'] }, listens]])
    await vi.waitUntil(() => hints.length === 2)
    expect([state(), asked(2)]).toEqual([{ by: 'events' }, []])
  })

  it('that is refused says why, and asks again less and less often', async () => {
    const error = { errorId: 'X', category: 'Y', message: 'Kein Ereignis', service: null }
    const refused: Step = { say: [`{mark} {number} failed ${JSON.stringify(error)}`] }
    const { clock, state, asked } = open([[hello, refused, refused, listens]])
    await vi.waitUntil(() => state().by === 'clock' && asked(1).length === 2)
    await vi.waitUntil(() => JSON.stringify(state()).includes('refused'))
    expect(state()).toEqual({ by: 'clock', reason: 'refused', detail: 'Kein Ereignis' })
    await clock.advance(999)
    expect(asked(1)).toHaveLength(2)
    await clock.advance(1)
    await vi.waitUntil(() => asked(1).length === 3)
  })

  it('whose PowerShell is not started any more leaves it alone for minutes, and begins anew after that', async () => {
    const clock = createManualClock()
    const begunAnewAt: number[] = []
    const watcher = createWatcher({
      opener: {
        open: () => Promise.reject(new AppError('host-lost', 'It stopped three times.', 'exit code 3')),
        startAnew: () => begunAnewAt.push(clock.monotonic() / 60_000),
        noteAnswer: () => undefined,
        facts: () => expect.fail(),
        close: () => Promise.resolve(),
      },
      ...{ clock, log: silentLog, onHint: () => undefined },
    })
    onTestFinished(watcher.close)
    await clock.advance(20 * 60_000)
    expect(watcher.state()).toEqual({ by: 'clock', reason: 'lost', detail: 'exit code 3' })
    expect(begunAnewAt.map(Math.floor)).toEqual([13, 18])
  })
})

describe('Behind the watcher', () => {
  it('the list is read every two seconds until Hyper-V tells of changes, and then seldom', async () => {
    const { options, clock } = prepareFakeShell([[hello, listens]])
    const hints: (VmId | null)[] = []
    let isAnyOn = false
    const watch = watchHost({
      ...{ clock, log: silentLog, isAnyOn: () => isAnyOn, onHint: (vmId) => hints.push(vmId) },
      createOpener: () => createSessionOpener(options, options.restarts),
    })
    onTestFinished(watch.close)
    await clock.advance(2_000)
    expect([hints.length, watch.state()]).toEqual([1, { by: 'clock', reason: 'starting', detail: '' }])
    await vi.waitUntil(() => watch.state().by === 'events')
    hints.length = 0
    await clock.advance(4_000)
    expect(hints).toEqual([])
    isAnyOn = true
    await clock.advance(2_000)
    expect(hints).toEqual([null])
  })

  it('the list is read every two seconds again once the watcher is lost', async () => {
    const { options, clock } = prepareFakeShell([
      [hello, { ...listens, exit: 3 }],
      [hello, { say: [] }],
    ])
    const hints: (VmId | null)[] = []
    const watch = watchHost({
      ...{ clock, log: silentLog, isAnyOn: () => false, onHint: (vmId) => hints.push(vmId) },
      createOpener: () => createSessionOpener(options, options.restarts),
    })
    onTestFinished(watch.close)
    await clock.advance(2_000)
    await vi.waitUntil(() => JSON.stringify(watch.state()).includes('lost'))
    hints.length = 0
    await clock.advance(6_000)
    expect(hints).toEqual([null, null, null])
  })
})

interface OpenedWatcher extends Pick<Watcher, 'state'> {
  readonly hints: readonly (VmId | null)[]
  readonly clock: ReturnType<typeof prepareFakeShell>['clock']
  readonly asked: ReturnType<typeof prepareFakeShell>['asked']
  readonly pauses: readonly number[]
}

function open(plan: readonly (readonly Step[])[]): OpenedWatcher {
  const { options, clock, asked, pauses } = prepareFakeShell(plan)
  const hints: (VmId | null)[] = []
  const opener = createSessionOpener(options, options.restarts)
  const watcher = createWatcher({ opener, clock, log: silentLog, onHint: (vmId) => hints.push(vmId) })
  onTestFinished(watcher.close)
  return { hints, clock, asked, pauses, state: watcher.state }
}

function changed(vmId: string): string {
  return `{mark} {number} part ${JSON.stringify({ kind: 'changed', vmId })}`
}

function afterAMoment(clock: OpenedWatcher['clock']): Promise<void> {
  return clock.advance(300)
}
