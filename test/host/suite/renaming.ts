import { describe, expect, it } from 'vitest'
import { CheckpointName } from '#contract/inputs'
import type { VmId } from '#contract/model'
import { difficultNames } from './difficult-names.ts'
import { checkpointOf, endOf, unknownCheckpointId, unknownVmId } from './workbench.ts'
import type { Workbench } from './workbench.ts'

export function describeRenaming(bench: () => Workbench): void {
  describe('renaming a checkpoint', () => {
    // One machine takes all the names, one checkpoint each.
    let renamedVm: VmId | undefined

    it.each(difficultNames)('to %s keeps that name and all else', async (text) => {
      const { host, spare, take, read } = bench()
      const vmId = renamedVm ?? spare('off')
      renamedVm = vmId
      const checkpointId = await take(vmId, 'Before', 'Its note')
      const before = checkpointOf(await read(vmId), checkpointId)
      await host.renameCheckpoint({ vmId, checkpointId }, CheckpointName.parse(text))
      expect(checkpointOf(await read(vmId), checkpointId)).toEqual({ ...before, name: text })
    })

    it('renames one of two of the same name', async () => {
      const { host, spare, take, read } = bench()
      const vmId = spare('off')
      await take(vmId, 'Same')
      const second = await take(vmId, 'Same')
      await host.renameCheckpoint({ vmId, checkpointId: second }, CheckpointName.parse('Another'))
      expect((await read(vmId)).checkpoints.map((each) => each.name)).toEqual(['Same', 'Another'])
    })

    it('refuses checkpoints that are not there, or of another machine', async () => {
      const { host, spare, take } = bench()
      const vmId = spare('off')
      const checkpointId = await take(vmId)
      const name = CheckpointName.parse('Never')
      const other = spare('off')
      expect({
        unknownVm: await endOf(host.renameCheckpoint({ vmId: unknownVmId, checkpointId }, name)),
        unknown: await endOf(host.renameCheckpoint({ vmId, checkpointId: unknownCheckpointId }, name)),
        foreign: await endOf(host.renameCheckpoint({ vmId: other, checkpointId }, name)),
      }).toEqual({
        unknownVm: 'vm-not-found',
        unknown: 'checkpoint-not-found',
        foreign: 'checkpoint-not-found',
      })
    })
  })
}
