import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { type CheckpointId, type Operation, VmId } from '#contract/model'
import { labMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { withSeen } from '../support/with-seen.ts'

const gigabyte = 1024 ** 3
const writing = VmId.parse('5a7e00aa-1c0d-4e5a-9b03-00000000d001')
const other = VmId.parse('5a7e00aa-1c0d-4e5a-9b03-00000000d002')

let app: AppOnLab

/** One machine that fills the volume within ten seconds, and one whose checkpoint holds memory there. */
beforeEach(async () => {
  const now = createManualClock().now()
  const past = [
    { take: 'First', ago: 2_000 },
    { take: 'Second', ago: 1_000 },
  ] as const
  const lab = [
    labMachine({ id: writing, name: 'MAIL', state: 'Running', writesADay: 40_000 * gigabyte, past }, now),
    labMachine(
      { id: other, name: 'OTHER', state: 'Off', past: [{ take: 'Full', ago: 1_000, isSaved: true }] },
      now,
    ),
  ]
  const volumes = [{ root: 'D:\\', size: 56 * gigabyte, others: 0, isStrict: true }]
  app = await openAppOnLab({ lab, life: true, storage: { volumes, leftBehind: [] } })
  onTestFinished(app.close)
})

describe('A merge on a volume that fills up', () => {
  it('ends the delete as what it is: deleted, and not merged', async () => {
    const operation = await deleted('First')
    expect([operation.state, operation.remark]).toEqual([
      'done',
      'It is deleted, but its disks are not merged: their storage can’t be reached or is full. Nothing is lost. Mend that first; Hyper-V merges them then, and their room is free after that.',
    ])
    expect(await app.vm(writing)).toMatchObject({ state: 'Paused', isCritical: true, activity: null })
    expect((await app.call('vm.costs', { vmId: writing })).disks[0]?.chain.length).toBe(3)
  })

  it('lets nothing else of that machine be deleted, which could lose data', async () => {
    await deleted('First')
    await expect(deleted('Second')).rejects.toThrow(
      'checkpoint.delete: wrong-state The storage of MAIL can’t be reached or is full. Mend that first; another change could lose data.',
    )
    expect((await app.vm(writing)).checkpoints.map(({ name }) => name)).toEqual(['Second'])
  })

  it('is taken up by Hyper-V once there is room, and then the checkpoints can be deleted again', async () => {
    await deleted('First')
    await app.clock.advance(30_000)
    await deleted('Full', other)
    await app.clock.advance(30_000)
    expect(await app.vm(writing)).toMatchObject({ isCritical: false, activity: null })
    expect((await app.call('vm.costs', { vmId: writing })).disks[0]?.chain.length).toBe(2)
    expect((await deleted('Second')).remark).toBeNull()
  })
})

async function deleted(name: string, vmId = writing): Promise<Operation> {
  const ref = { vmId, checkpointId: await idOf(vmId, name) }
  return app.finish('checkpoint.delete', await withSeen(app.call, 'checkpoint.delete', ref))
}

async function idOf(vmId: VmId, name: string): Promise<CheckpointId> {
  const found = (await app.vm(vmId)).checkpoints.find((each) => each.name === name)
  if (found === undefined) throw new Error(`There is no checkpoint “${name}”.`)
  return found.id
}
