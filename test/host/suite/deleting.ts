import { describe, expect, it } from 'vitest'
import type { CheckpointId, VmId } from '#contract/model'
import { endOf, ignoreProgress, treeOf, unknownCheckpointId, unknownVmId } from './workbench.ts'
import type { Workbench } from './workbench.ts'

export function describeDeleting(bench: () => Workbench): void {
  const remove = (vmId: VmId, checkpointId: CheckpointId): Promise<void> =>
    bench().host.deleteCheckpoint({ vmId, checkpointId }, ignoreProgress)
  const removeSubtree = (vmId: VmId, checkpointId: CheckpointId): Promise<void> =>
    bench().host.deleteCheckpointSubtree({ vmId, checkpointId }, ignoreProgress)

  describe('deleting a checkpoint', () => {
    it('hangs what was under it under the next one above, and merges the disks after it answered', async () => {
      const { spare, take, read, until, atRest } = bench()
      const vmId = spare('running')
      await take(vmId, 'First')
      const second = await take(vmId, 'Second')
      await take(vmId, 'Third')
      await remove(vmId, second)
      const tree = ['First under –', 'Third under First', 'Now under Third']
      expect(treeOf(await read(vmId))).toEqual(tree)
      const merging = await until(vmId, (vm) => vm.activity === null || vm.activity.kind === 'merging-disks')
      expect(merging.activity?.kind ?? 'over').toMatch(/^(merging-disks|over)$/)
      expect(treeOf(await atRest(vmId))).toEqual(tree)
    })

    it('keeps Now when the checkpoint it hangs under goes', async () => {
      const { spare, take, atRest } = bench()
      const vmId = spare('off')
      await take(vmId, 'First')
      await remove(vmId, await take(vmId, 'Second'))
      expect(treeOf(await atRest(vmId))).toEqual(['First under –', 'Now under First'])
    })

    it('can be done while an earlier merge goes on', async () => {
      const { spare, take, atRest } = bench()
      const vmId = spare('running')
      const first = await take(vmId, 'First')
      const second = await take(vmId, 'Second')
      await remove(vmId, first)
      await remove(vmId, second)
      expect(treeOf(await atRest(vmId))).toEqual(['Now under –'])
    })

    it('refuses checkpoints that are not there, or of another machine', async () => {
      const { spare, take, read, lab } = bench()
      const vmId = spare('off')
      const checkpointId = await take(vmId)
      const foreign = (await read(lab.role.tester)).checkpoints[0]!.id
      expect({
        unknownVm: await endOf(remove(unknownVmId, checkpointId)),
        unknown: await endOf(remove(vmId, unknownCheckpointId)),
        foreign: await endOf(remove(vmId, foreign)),
        subtreeUnknownVm: await endOf(removeSubtree(unknownVmId, checkpointId)),
        subtreeUnknown: await endOf(removeSubtree(vmId, unknownCheckpointId)),
        subtreeForeign: await endOf(removeSubtree(vmId, foreign)),
      }).toEqual({
        unknownVm: 'vm-not-found',
        unknown: 'checkpoint-not-found',
        foreign: 'checkpoint-not-found',
        subtreeUnknownVm: 'vm-not-found',
        subtreeUnknown: 'checkpoint-not-found',
        subtreeForeign: 'checkpoint-not-found',
      })
    })
  })

  describe('deleting a subtree', () => {
    it('takes all that hangs under the checkpoint, and leaves Now under what is left', async () => {
      const { spare, take, atRest } = bench()
      const vmId = spare('off')
      await take(vmId, 'First')
      const second = await take(vmId, 'Second')
      await take(vmId, 'Third')
      await removeSubtree(vmId, second)
      expect(treeOf(await atRest(vmId))).toEqual(['First under –', 'Now under First'])
    })

    it('leaves the other branches alone', async () => {
      const { host, spare, take, atRest } = bench()
      const vmId = spare('off')
      const root = await take(vmId, 'Root')
      const left = await take(vmId, 'Left')
      await take(vmId, 'Left leaf')
      await host.applyCheckpoint({ vmId, checkpointId: root }, ignoreProgress)
      await take(vmId, 'Right')
      await removeSubtree(vmId, left)
      expect(treeOf(await atRest(vmId))).toEqual(['Root under –', 'Right under Root', 'Now under Right'])
    })
  })
}
