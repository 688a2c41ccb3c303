import { describe, expect, it, onTestFinished } from 'vitest'
import { AppError } from '#contract/errors'
import type { CheckpointId, Operation, VmId } from '#contract/model'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'
import { type Loss, type LossyHost, createLossyHost } from '../support/lossy-host.ts'
import { withSeen } from '../support/with-seen.ts'

const deletes = [
  ['checkpoint.delete', 'deleteCheckpoint', ['Second']],
  ['checkpoint.deleteSubtree', 'deleteCheckpointSubtree', []],
] as const

describe.each(deletes)('%s that can be undone', (name, sent, left) => {
  it('waits for as long as the settings say, and is sent then', async () => {
    const { app, host, ref, names } = await open()
    const accepted = await begin(app, name, ref)
    expect([accepted.state, accepted.undo]).toEqual([
      'waiting',
      { by: 'not-sending', until: isoIn(app, 8_000) },
    ])
    await app.clock.advance(7_990)
    expect([host.asked.includes(sent), await names()]).toEqual([false, ['First', 'Second']])
    expect((await app.ended(accepted)).state).toBe('done')
    expect([host.asked.filter((each) => each === sent), await names()]).toEqual([[sent], left])
  })

  it('is not sent once it was undone, and undone it stays', async () => {
    const { app, host, ref, names } = await open()
    const { id } = await begin(app, name, ref)
    await app.clock.advance(7_990)
    const undone = await app.call('operation.undo', { operationId: id })
    expect([undone.id, undone.state, undone.undo]).toEqual([id, 'undone', null])
    expect(await app.call('operation.undo', { operationId: id })).toEqual(undone)
    await app.clock.advance(60_000)
    expect([host.asked.includes(sent), await names()]).toEqual([false, ['First', 'Second']])
  })

  it('does not wait where there is nothing left to delete', async () => {
    const { app, ref } = await open()
    await app.clock.settle(app.simulation.removeCheckpoint(ref.vmId, ref.checkpointId, true))
    expect(await begin(app, name, ref)).toMatchObject({ state: 'running', undo: null })
  })

  it('is sent at once where the settings say so', async () => {
    const { app, ref } = await open(0)
    expect(await begin(app, name, ref)).toMatchObject({ state: 'running', undo: null })
  })

  it.each([
    ['while it waits', null, 4_000],
    ['before Hyper-V was reached', 'silence-before', 8_500],
  ] as const)('deletes nothing where the app is gone %s, and the next start says so', async (_, loss, at) => {
    const { app, host, ref, names } = await open()
    host.lose(loss)
    const accepted = await begin(app, name, ref)
    await app.clock.advance(at)
    const asked = host.asked.length
    host.lose(null)
    const next = await app.restart(host.wrap)
    const operation = await next.ended(accepted)
    await next.clock.advance(60_000)
    expect([operation.state, operation.isRecovered]).toEqual(['failed', true])
    expect(operation.error?.message).toMatch(loss === null ? /before it asked Hyper-V/ : /was not done/)
    expect([host.asked.length, await names()]).toEqual([asked, ['First', 'Second']])
    expect(await (await next.restart(host.wrap)).call('operation.list', {})).toEqual([])
  })

  it.each([
    ['while Hyper-V deletes', 'silence-after', 8_500],
    ['while the disks are merged', null, 12_000],
  ] as const)('is found done where the app is gone %s', async (_, loss: Loss, at) => {
    const { app, host, ref, names } = await open()
    host.lose(loss)
    const accepted = await begin(app, name, ref)
    await app.clock.advance(at)
    const next = await app.restart(host.wrap)
    const operation = await next.ended(accepted)
    expect([operation.state, operation.undo, await names()]).toEqual(['done', null, left])
    expect(host.asked.filter((each) => each === sent)).toEqual([sent])
  })
})

describe('A delete that waits', () => {
  it('can’t be undone after it was sent, and says so', async () => {
    const { app, ref } = await open()
    const accepted = await begin(app, 'checkpoint.delete', ref)
    await app.clock.advance(8_000)
    const late = app.call('operation.undo', { operationId: accepted.id })
    await expect(late).rejects.toThrow('not-allowed The time to undo this delete is over.')
    expect((await app.ended(accepted)).state).toBe('done')
  })

  it('is joined by the same wish, which makes it wait no longer', async () => {
    const { app, ref } = await open()
    const accepted = await begin(app, 'checkpoint.delete', ref)
    await app.clock.advance(4_000)
    expect(await begin(app, 'checkpoint.delete', ref)).toEqual(accepted)
  })

  it('lets the machine be changed meanwhile, and can still be undone while something else runs', async () => {
    const { app, host, ref, names } = await open()
    const { id } = await begin(app, 'checkpoint.delete', ref)
    const other = await app.call('checkpoint.create', { vmId: ref.vmId, name: 'Third' })
    expect(other.state).toBe('running')
    expect((await app.call('operation.undo', { operationId: id })).state).toBe('undone')
    expect((await app.ended(other)).state).toBe('done')
    expect([host.asked.at(-1), await names()]).toEqual(['createCheckpoint', ['First', 'Second', 'Third']])
  })

  it('asks Hyper-V for nothing where it was deleted elsewhere meanwhile', async () => {
    const { app, host, ref } = await open()
    const accepted = await begin(app, 'checkpoint.delete', ref)
    await app.clock.settle(app.simulation.removeCheckpoint(ref.vmId, ref.checkpointId, false))
    expect(await app.ended(accepted)).toMatchObject({
      state: 'done',
      remark: 'It was gone already, so there was nothing left to delete.',
    })
    expect(host.asked).not.toContain('deleteCheckpoint')
  })

  it('is asked about anew when its time is over: what the rules refuse then is not sent', async () => {
    const critical = { isNow: false }
    const { app, host, ref, names } = await open(8, (real) => ({
      ...real,
      readVm: async (vmId) => {
        const vm = await real.readVm(vmId)
        return vm === null ? null : { ...vm, isCritical: critical.isNow }
      },
    }))
    const accepted = await begin(app, 'checkpoint.delete', ref)
    critical.isNow = true
    const operation = await app.ended(accepted)
    expect([operation.state, operation.error?.code]).toEqual(['failed', 'wrong-state'])
    expect([host.asked.includes('deleteCheckpoint'), await names()]).toEqual([false, ['First', 'Second']])
  })

  it('is refused at once where the rules refuse it now', async () => {
    const { app } = await open()
    const backup = app.lab.vms
      .flatMap(({ checkpoints }) => checkpoints)
      .find(({ type }) => type === 'Recovery')!
    const ref = { vmId: backup.vmId as VmId, checkpointId: backup.id as CheckpointId }
    await expect(begin(app, 'checkpoint.delete', ref)).rejects.toThrow('not-allowed')
    expect((await app.call('operation.list', {})).filter(({ state }) => state === 'waiting')).toEqual([])
  })

  it('can be undone while the way to the host is lost, and deletes nothing where it is lost when the time is over', async () => {
    const way = { isLost: false }
    const { app, host, ref, second, names } = await open(8, (real) => ({
      ...real,
      readVm: (vmId) =>
        way.isLost ? Promise.reject(new AppError('host-lost', 'Hyper-V is gone.')) : real.readVm(vmId),
    }))
    const undone = await begin(app, 'checkpoint.delete', ref)
    const tried = await begin(app, 'checkpoint.delete', { ...ref, checkpointId: second })
    way.isLost = true
    expect((await app.call('operation.undo', { operationId: undone.id })).state).toBe('undone')
    expect(await app.ended(tried)).toMatchObject({ state: 'failed', error: { code: 'host-lost' } })
    expect([host.asked.includes('deleteCheckpoint'), await names()]).toEqual([false, ['First', 'Second']])
  })

  it('is nobody’s any more when the app ends', async () => {
    const { app, host, ref, names } = await open()
    await begin(app, 'checkpoint.delete', ref)
    await app.close()
    await app.clock.advance(60_000)
    expect([host.asked.includes('deleteCheckpoint'), await names()]).toEqual([false, ['First', 'Second']])
  })
})

interface Ref {
  readonly vmId: VmId
  readonly checkpointId: CheckpointId
}

/** As whoever looks at the machine now. */
async function begin(app: AppOnLab, name: (typeof deletes)[number][0], ref: Ref): Promise<Operation> {
  return app.call(name, await withSeen(app.call, name, ref))
}

interface Opened {
  readonly app: AppOnLab
  readonly host: LossyHost
  /** The first of two checkpoints in a row; "Now" hangs under the second. */
  readonly ref: Ref
  readonly second: CheckpointId
  /** Of the checkpoints on the host itself. */
  readonly names: () => Promise<readonly string[]>
}

async function open(undoSeconds = 8, wrap = (host: HyperVHost): HyperVHost => host): Promise<Opened> {
  const host = createLossyHost()
  const app = await openAppOnLab({ settings: { undoSeconds } }, (real) => wrap(host.wrap(real)))
  onTestFinished(app.close)
  const vmId = app.lab.spare('off')[0]!
  const first = await app.finish('checkpoint.create', { vmId, name: 'First' })
  const second = await app.finish('checkpoint.create', { vmId, name: 'Second' })
  const names = (): Promise<readonly string[]> =>
    Promise.resolve(app.simulation.vm(vmId)!.checkpoints.map(({ name }) => name))
  return { app, host, ref: { vmId, checkpointId: first.checkpointId! }, second: second.checkpointId!, names }
}

function isoIn({ clock }: AppOnLab, milliseconds: number): string {
  return new Date(clock.now() + milliseconds).toISOString()
}
