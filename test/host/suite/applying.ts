import { describe, expect, it } from 'vitest'
import type { CheckpointId, Vm, VmId } from '#contract/model'
import { endOf, ignoreProgress, treeOf, unknownCheckpointId, unknownVmId } from './workbench.ts'
import type { Workbench } from './workbench.ts'

export function describeApplying(bench: () => Workbench): void {
  const apply = (vmId: VmId, checkpointId: CheckpointId): Promise<void> =>
    bench().host.applyCheckpoint({ vmId, checkpointId }, ignoreProgress)
  const revert = (vmId: VmId, checkpointId: CheckpointId): Promise<void> =>
    bench().host.revert({ vmId, checkpointId }, ignoreProgress)

  describe('applying a checkpoint', () => {
    it('leaves the machine off where the checkpoint holds no memory', async () => {
      const { spare, take, atRest } = bench()
      const vmId = spare('running')
      await apply(vmId, await take(vmId, 'Production'))
      expect(stateAndTree(await atRest(vmId))).toEqual(['Off', 'Production under –', 'Now under Production'])
    })

    it('leaves a machine that ran running where the checkpoint holds its memory', async () => {
      const { spare, take, atRest } = bench()
      const vmId = spare('standard')
      await apply(vmId, await take(vmId, 'With memory'))
      expect((await atRest(vmId)).state).toBe('Running')
    })

    it('leaves a paused machine saved where the checkpoint holds its memory', async () => {
      const { spare, take, atRest } = bench()
      const vmId = spare('paused')
      await apply(vmId, await take(vmId))
      expect((await atRest(vmId)).state).toBe('Saved')
    })

    it('moves Now, so that the next checkpoint is a branch', async () => {
      const { spare, take, atRest } = bench()
      const vmId = spare('off')
      const first = await take(vmId, 'First')
      await take(vmId, 'Second')
      await apply(vmId, first)
      await take(vmId, 'Third')
      expect(treeOf(await atRest(vmId))).toEqual([
        'First under –',
        'Second under First',
        'Third under First',
        'Now under Third',
      ])
    })

    it('refuses checkpoints that are not there, or of another machine, or of a replica', async () => {
      const { spare, take, read, lab } = bench()
      const vmId = spare('off')
      await take(vmId)
      const foreign = (await read(lab.role.tester)).checkpoints[0]!.id
      const replicated = (await read(lab.role.replica)).checkpoints[0]!.id
      expect({
        unknownVm: await endOf(apply(unknownVmId, foreign)),
        unknown: await endOf(apply(vmId, unknownCheckpointId)),
        foreign: await endOf(apply(vmId, foreign)),
        replicated: await endOf(apply(lab.role.replica, replicated)),
      }).toEqual({
        unknownVm: 'vm-not-found',
        unknown: 'checkpoint-not-found',
        foreign: 'checkpoint-not-found',
        replicated: 'wrong-state',
      })
    })
  })

  describe('reverting', () => {
    it('goes back to the checkpoint that Now hangs under', async () => {
      const { spare, take, atRest } = bench()
      const vmId = spare('running')
      await take(vmId, 'First')
      await revert(vmId, await take(vmId, 'Second'))
      expect(stateAndTree(await atRest(vmId))).toEqual([
        'Off',
        'First under –',
        'Second under First',
        'Now under Second',
      ])
    })

    it('refuses where Now hangs under another one by now, and changes nothing', async () => {
      const { spare, take, read } = bench()
      const vmId = spare('running')
      const first = await take(vmId, 'First')
      await take(vmId, 'Second')
      const before = stateAndTree(await read(vmId))
      expect({
        stale: await endOf(revert(vmId, first)),
        unknownVm: await endOf(revert(unknownVmId, first)),
      }).toEqual({ stale: 'changed-meanwhile', unknownVm: 'vm-not-found' })
      expect(stateAndTree(await read(vmId))).toEqual(before)
    })
  })
}

function stateAndTree(vm: Vm): readonly string[] {
  return [vm.state, ...treeOf(vm)]
}
