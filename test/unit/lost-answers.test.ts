import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { AppError } from '#contract/errors'
import type { Operation, VmId } from '#contract/model'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'
import { type EveryChange, everyChange } from '../support/every-change.ts'
import { type Loss, type LossyHost, createLossyHost } from '../support/lossy-host.ts'

/** How it truly ended where the answer was lost before the host was reached, and where it was reached. */
type Ends = readonly [before: Operation['state'], reached: Operation['state']]

/**
 * "Now" hangs where it hung, or the guest may yet shut down, or an export leaves nothing to see on the machine: nobody
 * can tell then.
 * Of two steps the first alone was sent: the current state is kept, and nothing is applied.
 */
function trueEnds({ kind, also }: EveryChange): Ends {
  if (also === 'and keep the current state') return ['failed', 'failed']
  if (kind === 'export-checkpoint') return ['unknown', 'unknown']
  if (kind === 'revert') return ['unknown', also === 'to memory' ? 'unknown' : 'done']
  return [kind === 'shut-down' ? 'unknown' : 'failed', 'done']
}

const cases = everyChange.map((change) => [titleOf(change), change] as const)

describe('An answer that got lost', () => {
  it.each(cases)(
    'before Hyper-V was reached is no success, and nothing is sent again: %s',
    async (_, change) => {
      const { operation, sends } = await lose(change, 'before')
      expect([operation.state, sends]).toEqual([trueEnds(change)[0], 1])
      expect(operation.error?.message).toMatch(/\.$/)
      expect(operation.error?.code).toBe(
        operation.state === 'failed' ? 'operation-failed' : 'outcome-unknown',
      )
    },
  )

  it.each(cases)('while Hyper-V works is waited for on the host: %s', async (_, change) => {
    const { operation, sends } = await lose(change, 'during')
    expect([operation.state, sends]).toEqual([trueEnds(change)[1], 1])
  })

  it.each(cases)('after it was done is no failure: %s', async (_, change) => {
    const { operation, sends } = await lose(change, 'after')
    expect([operation.state, sends]).toEqual([trueEnds(change)[1], 1])
  })

  it.each(cases)('that Hyper-V itself no longer waited for is looked for as well: %s', async (_, change) => {
    const gaveUp = (): AppError => new AppError('timeout', 'Hyper-V did not finish this in time.')
    const { operation, sends } = await lose(change, 'during', createLossyHost(gaveUp))
    expect([operation.state, sends]).toEqual([trueEnds(change)[1], 1])
  })

  it('to the second of two steps is no failure, where it was done', async () => {
    const change = everyChange.find(({ also }) => also === 'and keep the current state')!
    const { app, host, vmId } = await open(change)
    const input = await change.input(app, vmId)
    host.loseFrom('applyCheckpoint', 'after')
    const operation = await app.finish(change.name, { vmId, ...input })
    expect([operation.state, host.asked.slice(-2)]).toEqual(['done', ['createCheckpoint', 'applyCheckpoint']])
  })

  it('of a checkpoint that is there without its note says so, and is no failure', async () => {
    const change = everyChange.find(({ also }) => also === 'with a name')!
    const { app, host, vmId } = await open(change, (opened) => ({
      ...opened,
      createCheckpoint: (request, ...rest) => opened.createCheckpoint({ ...request, notes: null }, ...rest),
    }))
    host.lose('after')
    const operation = await app.finish(change.name, { vmId, name: 'Before the patch', notes: 'Why' })
    expect([operation.state, operation.remark]).toEqual([
      'done',
      'The checkpoint was taken, but its note could not be kept.',
    ])
  })

  it('about a service is looked for in the guest, and unknown where that says nothing', async () => {
    const change = everyChange.find(({ kind }) => kind === 'enable-backup-service')!
    const { app, host, vmId } = await open(change, (opened) => ({
      ...opened,
      readReadiness: () => Promise.reject(new AppError('timeout', 'PowerShell did not answer in time.')),
    }))
    host.lose('after')
    const operation = await app.finish(change.name, { vmId })
    expect([operation.state, operation.error?.message]).toEqual([
      'unknown',
      'The answer got lost, and nothing shows for certain whether this was done. What stands beside Checkpoint shows whether the backup service is on, as soon as Spare backupServiceOff 1 runs.',
    ])
    expect(host.asked).toEqual(['enableBackupService'])
  })

  it('says what is there now where nobody can tell', async () => {
    const change = everyChange.find(({ also }) => also === 'to memory')!
    const { operation } = await lose(change, 'after')
    expect(operation.error?.message).toMatch(
      /^The answer got lost.* is running now and hangs under “Spare standard 1 - /,
    )
  })
})

describe('A start after the app was gone from one moment to the next', () => {
  it.each(cases)('finds that it was never sent: %s', async (_, change) => {
    const { app, host, vmId } = await open(change)
    const input = await change.input(app, vmId)
    host.lose('silence-before')
    await ask(app, 'vm.changeCheckpointPolicy', { vmId, changes: { automatic: true } })
    const sends = host.asked.length
    const operation = await endAfterRestart(app, host, await ask(app, change.name, { vmId, ...input }))
    expect([operation.state, host.asked.length]).toEqual(['failed', sends])
    expect(operation.error?.message).toContain('ended before it asked Hyper-V')
  })

  it.each(cases)('finds that it was sent and never arrived: %s', async (_, change) => {
    const { operation, sends } = await restart(change, 'silence-before')
    expect([operation.state, operation.isRecovered, sends]).toEqual([trueEnds(change)[0], true, 1])
  })

  it.each(cases)('finds what was done meanwhile: %s', async (_, change) => {
    const { operation, sends } = await restart(change, 'silence-after')
    expect([operation.state, sends]).toEqual([trueEnds(change)[1], 1])
  })

  it('lists what it found, and a second start finds nothing', async () => {
    const change = everyChange[0]!
    const { app, host, vmId } = await open(change)
    host.lose('silence-after')
    const operation = await ask(app, change.name, { vmId })
    const next = await app.restart(host.wrap)
    await next.ended(operation)
    const third = await next.restart(host.wrap)
    expect(await third.call('operation.list', {})).toEqual([])
  })

  it('lists what it looks for from the first moment, and lets the same wish join it', async () => {
    const { app, host, vmId } = await open(everyChange[0]!)
    host.lose('silence-after')
    const old = await ask(app, 'checkpoint.create', { vmId, name: 'Once' })
    const next = await app.restart(host.wrap)
    const listed = await next.call('operation.list', {})
    const again = await ask(next, 'checkpoint.create', { vmId, name: 'Once' })
    await next.ended(old)
    expect([
      listed.map(({ id, isRecovered, state }) => [id, isRecovered, state]),
      again.id,
      host.asked,
    ]).toEqual([[[old.id, true, 'running']], old.id, ['createCheckpoint']])
  })

  it('follows the merge that went on meanwhile', async () => {
    const change = everyChange.find(({ kind }) => kind === 'delete-checkpoint')!
    const { app, host, vmId } = await open(change)
    const operation = await ask(app, change.name, { vmId, ...(await change.input(app, vmId)) })
    await vi.waitUntil(async () => {
      await app.clock.advance(250)
      return (await app.call('operation.list', {})).some(({ state }) => state === 'merging')
    })
    const next = await app.restart(host.wrap)
    expect((await next.ended(operation)).state).toBe('done')
    expect(statesOf(next, operation)).toEqual(['queued', 'running', 'merging', 'done'])
  })

  it('finds it again when the start that looked for it was gone as well', async () => {
    const { app, host, vmId } = await open(everyChange[0]!)
    host.lose('silence-after')
    const operation = await ask(app, 'checkpoint.create', { vmId })
    const second = await app.restart(host.wrap)
    const third = await second.restart(host.wrap)
    expect([(await third.ended(operation)).state, host.asked]).toEqual(['done', ['createCheckpoint']])
  })

  it('sends nothing while the app ends', async () => {
    const { app, host, vmId } = await open(everyChange[0]!)
    await ask(app, 'checkpoint.create', { vmId, name: 'First' })
    const waiting = await ask(app, 'checkpoint.create', { vmId, name: 'Second' })
    const next = await app.restart(host.wrap)
    const end = await next.ended(waiting)
    expect([end.error?.message.split(',')[0], host.asked]).toEqual([
      'Savepoint ended before it asked Hyper-V',
      ['createCheckpoint'],
    ])
  })

  it('lets new work wait until it is known what became of the old', async () => {
    const { app, host, vmId } = await open(everyChange[0]!)
    host.lose('silence-after')
    const old = await ask(app, 'checkpoint.create', { vmId, name: 'Old' })
    host.lose(null)
    const next = await app.restart(host.wrap)
    const created = await ask(next, 'checkpoint.create', { vmId, name: 'New' })
    expect([created.state, (await next.ended(created)).state]).toEqual(['queued', 'done'])
    const list = await next.call('operation.list', {})
    expect(list.find(({ id }) => id === old.id)?.state).toBe('done')
    expect((await next.vm(vmId)).checkpoints.map(({ name }) => name)).toEqual(['Old', 'New'])
  })
})

async function open(
  change: EveryChange,
  wrap: (host: HyperVHost) => HyperVHost = (host) => host,
  host = createLossyHost(),
): Promise<{ app: AppOnLab; host: LossyHost; vmId: VmId }> {
  const app = await openAppOnLab({}, (opened) => host.wrap(wrap(opened)))
  onTestFinished(app.close)
  return { app, host, vmId: app.lab.spare(change.machine)[0]! }
}

async function lose(
  change: EveryChange,
  loss: Loss,
  lossy = createLossyHost(),
): Promise<{ operation: Operation; sends: number }> {
  const { app, host, vmId } = await open(change, undefined, lossy)
  const input = await change.input(app, vmId)
  const before = host.asked.length
  host.lose(loss)
  const operation = await app.finish(change.name, { vmId, ...input })
  return { operation, sends: host.asked.length - before }
}

async function restart(change: EveryChange, loss: Loss): Promise<{ operation: Operation; sends: number }> {
  const { app, host, vmId } = await open(change)
  const input = await change.input(app, vmId)
  const before = host.asked.length
  host.lose(loss)
  const operation = await endAfterRestart(app, host, await ask(app, change.name, { vmId, ...input }))
  return { operation, sends: host.asked.length - before }
}

async function endAfterRestart(app: AppOnLab, host: LossyHost, operation: Operation): Promise<Operation> {
  return (await app.restart(host.wrap)).ended(operation)
}

async function ask(app: AppOnLab, name: EveryChange['name'], input: object): Promise<Operation> {
  const reply = await app.clock.settle(app.dispatch(name, input))
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value as Operation
}

/** Each state once that this start told of the operation, in order. */
function statesOf({ events }: AppOnLab, { id }: Operation): readonly Operation['state'][] {
  const states = events.flatMap(({ name, payload }) =>
    name === 'operation.changed' && payload.id === id ? [payload.state] : [],
  )
  return [...new Set(states)]
}

function titleOf({ kind, also }: EveryChange): string {
  return also === undefined ? kind : `${kind} ${also}`
}
