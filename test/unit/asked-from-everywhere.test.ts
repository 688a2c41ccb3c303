import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { CheckpointId, Operation, VmId } from '#contract/model'
import type { OperationName } from '#contract/operations'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'
import { type LossyHost, createLossyHost } from '../support/lossy-host.ts'
import { withSeen } from '../support/with-seen.ts'

let app: AppOnLab
let host: LossyHost
let vmId: VmId

beforeEach(async () => {
  host = createLossyHost()
  app = await openAppOnLab({}, host.wrap)
  onTestFinished(app.close)
  vmId = app.lab.spare('off')[0]!
})

describe('What two windows and the tray ask for at the same moment', () => {
  it('is taken once where it is a checkpoint, and all of them are told of the same operation', async () => {
    const ids = await atOnce(
      ['checkpoint.create', { vmId }],
      ['checkpoint.quick', { vmId }],
      ['checkpoint.create', { vmId }],
    )
    expect([new Set(ids).size, host.asked]).toEqual([1, ['createCheckpoint']])
    expect(app.simulation.vm(vmId)!.checkpoints.length).toBe(1)
  })

  it('is done once where it is a delete, and whoever comes after it finds nothing left to delete', async () => {
    const ref = await withSeen(app.call, 'checkpoint.delete', { vmId, checkpointId: await taken() })
    const ids = await atOnce(...[1, 2, 3].map(() => ['checkpoint.delete', ref] as const))
    expect([new Set(ids).size, deletes()]).toEqual([1, 1])
    const late = await app.finish('checkpoint.delete', ref)
    expect([late.remark, deletes()]).toEqual(['It was gone already, so there was nothing left to delete.', 1])
  })

  it('goes one after the other where it is not the same, in the order in which it was asked for', async () => {
    const ids = await atOnce(
      ['checkpoint.create', { vmId, name: 'From a window' }],
      ['checkpoint.quick', { vmId, reason: 'From the tray' }],
      ['checkpoint.create', { vmId, name: 'From another window' }],
    )
    const names = app.simulation.vm(vmId)!.checkpoints.map(({ name }) => name)
    expect([new Set(ids).size, names]).toEqual([
      3,
      ['From a window', expect.stringContaining('From the tray'), 'From another window'],
    ])
    expect(mostAtOnce()).toBe(1)
  })
})

/** Asks for all before any is answered, and lets time pass until nothing is under way. */
async function atOnce(
  ...wishes: readonly (readonly [OperationName, object])[]
): Promise<readonly Operation['id'][]> {
  const replies = await app.clock.settle(
    Promise.all(wishes.map(([name, input]) => app.dispatch(name, input))),
  )
  await app.clock.advance(60_000)
  return replies.map((reply) => {
    if (!reply.ok) throw new Error(reply.error.message)
    return (reply.value as Operation).id
  })
}

async function taken(): Promise<CheckpointId> {
  return (await app.finish('checkpoint.create', { vmId, name: 'Old' })).checkpointId!
}

function deletes(): number {
  return host.asked.filter((each) => each === 'deleteCheckpoint').length
}

/** How many operations of the machine were told to run at the same time. */
function mostAtOnce(): number {
  const running = new Set<Operation['id']>()
  return app.events.reduce((most, { name, payload }) => {
    if (name !== 'operation.changed') return most
    if (payload.state === 'running') running.add(payload.id)
    else running.delete(payload.id)
    return Math.max(most, running.size)
  }, 0)
}
