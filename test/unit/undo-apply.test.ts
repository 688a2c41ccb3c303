import { describe, expect, it, onTestFinished } from 'vitest'
import type { CheckpointId, Operation, Vm, VmId } from '#contract/model'
import type { Input } from '#contract/operations'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'
import { type LossyHost, createLossyHost } from '../support/lossy-host.ts'
import { withSeen } from '../support/with-seen.ts'

/** Each goes back to a checkpoint, and keeps what was there before as one. */
const goingBack = [
  ['checkpoint.apply', 'first'],
  ['vm.revert', 'second'],
] as const

describe.each(goingBack)('%s that kept the current state', (name, target) => {
  it('is undone in one step, and the kept checkpoint stays', async () => {
    const { app, vmId, ...ids } = await open()
    const done = await goBack(app, name, { vmId, checkpointId: ids[target], keepCurrent: true })
    const kept = keptBy(done)
    expect((await app.vm(vmId)).parentCheckpointId).toBe(ids[target])

    const undoing = await app.call('operation.undo', { operationId: done.id })
    expect([undoing.kind, undoing.checkpointId]).toEqual(['apply-checkpoint', kept])
    expect([undoing.state, (await listed(app, done)).undo]).toEqual(['running', null])
    expect(await app.ended(undoing)).toMatchObject({ state: 'done', undo: null })
    const vm = await app.vm(vmId)
    expect([vm.parentCheckpointId, vm.checkpoints.map(({ id }) => id)]).toEqual([
      kept,
      [ids.first, ids.second, kept],
    ])
    expect((await listed(app, done)).undo).toBeNull()
  })

  it('is undone once, however often that is asked for', async () => {
    const { app, host, vmId, ...ids } = await open()
    const done = await goBack(app, name, { vmId, checkpointId: ids[target], keepCurrent: true })
    const asked = host.asked.length
    const [one, other] = await Promise.all([
      app.call('operation.undo', { operationId: done.id }),
      app.call('operation.undo', { operationId: done.id }),
    ])
    await app.ended(one)
    const late = await app.call('operation.undo', { operationId: done.id })
    expect([other.id, late.id, late.state]).toEqual([one.id, one.id, 'done'])
    expect(host.asked.slice(asked)).toEqual(['applyCheckpoint'])
  })

  it('can’t be undone without a kept state', async () => {
    const { app, vmId, ...ids } = await open()
    const done = await goBack(app, name, { vmId, checkpointId: ids[target], keepCurrent: false })
    expect(done.undo).toBeNull()
    await expect(app.call('operation.undo', { operationId: done.id })).rejects.toThrow(
      /not-allowed This can’t be undone in one step any more/,
    )
  })
})

describe('The undo of an apply is over', () => {
  it.each<[string, (opened: Opened, kept: CheckpointId) => Promise<unknown>]>([
    [
      'when the kept checkpoint is gone',
      ({ app, vmId }, kept) => app.clock.settle(app.simulation.removeCheckpoint(vmId, kept, false)),
    ],
    [
      'when another checkpoint was applied elsewhere',
      ({ app, vmId, second }) => app.clock.settle(app.simulation.applyCheckpoint(vmId, second)),
    ],
    [
      'when a checkpoint was taken, which “Now” hangs under',
      ({ app, vmId }) => app.clock.settle(app.simulation.createCheckpoint(vmId, null)),
    ],
    [
      'when the one that was applied is deleted, since “Now” hangs under another',
      ({ app, vmId, first }) => app.clock.settle(app.simulation.removeCheckpoint(vmId, first, false)),
    ],
    [
      'when the same was applied again here',
      ({ app, vmId, first }) =>
        goBack(app, 'checkpoint.apply', { vmId, checkpointId: first, keepCurrent: false }),
    ],
  ])('%s', async (_, change) => {
    const opened = await open()
    const { app } = opened
    const done = await applied(opened)
    await change(opened, keptBy(done))
    await app.clock.advance(20_000)
    expect((await listed(app, done)).undo).toBeNull()
    await expect(app.call('operation.undo', { operationId: done.id })).rejects.toThrow('not-allowed')
  })

  it.each<[string, (opened: Opened) => Promise<unknown>]>([
    ['the machine is started', ({ app, vmId }) => app.finish('vm.start', { vmId })],
    [
      'another checkpoint is deleted',
      ({ app, vmId, second }) => deleteOne(app, { vmId, checkpointId: second }),
    ],
    [
      'another machine goes back',
      async ({ app }) => {
        const other = app.lab.spare('off')[1]!
        const { checkpointId } = await app.finish('checkpoint.create', { vmId: other })
        return goBack(app, 'vm.revert', { vmId: other, checkpointId: checkpointId!, keepCurrent: true })
      },
    ],
  ])('but not when %s', async (_, change) => {
    const opened = await open()
    const done = await applied(opened)
    await change(opened)
    expect((await listed(opened.app, done)).undo).toEqual(done.undo)
    const undoing = await opened.app.call('operation.undo', { operationId: done.id })
    expect((await opened.app.ended(undoing)).state).toBe('done')
  })

  it('but lasts for the last of two that kept what they replaced, one after the other', async () => {
    const opened = await open()
    const { app } = opened
    const [one, other] = [await applied(opened), await applied(opened)]
    expect([(await listed(app, one)).undo, (await listed(app, other)).undo]).toEqual([null, other.undo])
    const undoing = await app.call('operation.undo', { operationId: other.id })
    await app.ended(undoing)
    expect((await app.vm(opened.vmId)).parentCheckpointId).toBe(keptBy(other))
  })

  it('where nobody was told of a change and it shows when that is asked for: nothing is sent', async () => {
    const opened = await open((real) => ({ ...real, watch: () => () => undefined }))
    const { app, host, vmId, second } = opened
    const done = await applied(opened)
    await app.clock.settle(app.simulation.applyCheckpoint(vmId, second))
    expect((await listed(app, done)).undo).toEqual(done.undo)
    const asked = host.asked.length
    await expect(app.call('operation.undo', { operationId: done.id })).rejects.toThrow(
      'changed-meanwhile Spare off 1 was changed since',
    )
    expect([host.asked.length, (await listed(app, done)).undo]).toEqual([asked, null])
  })
})

describe('Where the app is gone in the middle of an apply that keeps the current state', () => {
  it('before that was kept, nothing is changed', async () => {
    const { before, after, operation } = await restartAt('createCheckpoint', 'silence-before')
    expect([operation.state, operation.undo]).toEqual(['failed', null])
    expect(after).toEqual(before)
  })

  it('before it was applied, the kept state is there and “Now” is what it was', async () => {
    const { after, operation } = await restartAt('applyCheckpoint', 'silence-before')
    const kept = after.checkpoints.at(-1)
    expect([operation.state, operation.undo]).toEqual(['failed', null])
    expect([kept?.name, after.parentCheckpointId]).toEqual(['Before applying “First”', kept?.id])
  })

  it('while it is applied, the next start can undo it', async () => {
    const { next, vmId, after, operation } = await restartAt('applyCheckpoint', 'silence-after')
    const kept = after.checkpoints.at(-1)!.id
    expect([operation.state, operation.undo]).toEqual(['done', { by: 'going-back', checkpointId: kept }])
    const undoing = await next.call('operation.undo', { operationId: operation.id })
    expect((await next.ended(undoing)).state).toBe('done')
    expect((await next.vm(vmId)).parentCheckpointId).toBe(kept)
  })

  it('while it is undone, the next start finds that done', async () => {
    const opened = await open()
    const { app, host, vmId } = opened
    const done = await applied(opened)
    host.lose('silence-after')
    const undoing = await app.call('operation.undo', { operationId: done.id })
    await app.clock.advance(1_000)
    const next = await app.restart(host.wrap)
    expect((await next.ended(undoing)).state).toBe('done')
    expect((await next.vm(vmId)).parentCheckpointId).toBe(keptBy(done))
  })
})

interface Ref {
  readonly vmId: VmId
  readonly checkpointId: CheckpointId
}

interface Opened {
  readonly app: AppOnLab
  readonly host: LossyHost
  readonly vmId: VmId
  /** Two checkpoints in a row; "Now" hangs under the second. */
  readonly first: CheckpointId
  readonly second: CheckpointId
}

async function open(wrap = (host: HyperVHost): HyperVHost => host): Promise<Opened> {
  const host = createLossyHost()
  const app = await openAppOnLab({}, (real) => wrap(host.wrap(real)))
  onTestFinished(app.close)
  const vmId = app.lab.spare('off')[0]!
  const first = await app.finish('checkpoint.create', { vmId, name: 'First' })
  const second = await app.finish('checkpoint.create', { vmId, name: 'Second' })
  return { app, host, vmId, first: first.checkpointId!, second: second.checkpointId! }
}

function applied({ app, vmId, first }: Opened): Promise<Operation> {
  return goBack(app, 'checkpoint.apply', { vmId, checkpointId: first, keepCurrent: true })
}

async function goBack(
  app: AppOnLab,
  name: 'checkpoint.apply' | 'vm.revert',
  input: Pick<Input<'vm.revert'>, 'keepCurrent'> & Ref,
): Promise<Operation> {
  return app.finish(name, await withSeen(app.call, name, input))
}

async function deleteOne(app: AppOnLab, ref: Ref): Promise<Operation> {
  return app.finish('checkpoint.delete', await withSeen(app.call, 'checkpoint.delete', ref))
}

async function restartAt(
  change: 'createCheckpoint' | 'applyCheckpoint',
  loss: 'silence-before' | 'silence-after',
): Promise<{
  readonly next: AppOnLab
  readonly vmId: VmId
  readonly before: Pick<Vm, 'parentCheckpointId' | 'checkpoints'>
  readonly after: Pick<Vm, 'parentCheckpointId' | 'checkpoints'>
  readonly operation: Operation
}> {
  const { app, host, vmId, first } = await open()
  const tree = ({ parentCheckpointId, checkpoints }: Vm): Pick<Vm, 'parentCheckpointId' | 'checkpoints'> => ({
    parentCheckpointId,
    checkpoints,
  })
  const before = tree(await app.vm(vmId))
  host.loseFrom(change, loss)
  const accepted = await app.call(
    'checkpoint.apply',
    await withSeen(app.call, 'checkpoint.apply', { vmId, checkpointId: first, keepCurrent: true }),
  )
  // As long as the first step takes, and a little of the second.
  await app.clock.advance(3_500)
  host.lose(null)
  const next = await app.restart(host.wrap)
  const operation = await next.ended(accepted)
  return { next, vmId, before, after: tree(await next.vm(vmId)), operation }
}

function keptBy({ undo }: Operation): CheckpointId {
  if (undo?.by !== 'going-back') throw new Error('Nothing was kept.')
  return undo.checkpointId
}

async function listed(app: AppOnLab, { id }: Operation): Promise<Operation> {
  const found = (await app.call('operation.list', {})).find((each) => each.id === id)
  if (found === undefined) throw new Error('The operation is not listed.')
  return found
}
