import { describe, expect, it, onTestFinished } from 'vitest'
import type { CheckpointId } from '#contract/model'
import { openAppOnLab } from '../support/app-on-lab.ts'
import { withSeen } from '../support/with-seen.ts'

describe.each(['checkpoint.delete', 'checkpoint.deleteSubtree'] as const)(
  '%s of what is gone already',
  (name) => {
    it('counts as done where it was deleted elsewhere, and asks Hyper-V for nothing', async () => {
      const asked: string[] = []
      const app = await openAppOnLab({}, (host) => ({
        ...host,
        deleteCheckpoint: (ref, onProgress) => {
          asked.push('delete')
          return host.deleteCheckpoint(ref, onProgress)
        },
        deleteCheckpointSubtree: (ref, onProgress) => {
          asked.push('subtree')
          return host.deleteCheckpointSubtree(ref, onProgress)
        },
      }))
      onTestFinished(app.close)
      const vmId = app.lab.spare('off')[0]!
      const { checkpointId } = await app.finish('checkpoint.create', { vmId })
      await app.clock.settle(app.simulation.removeCheckpoint(vmId, checkpointId!, false))
      const operation = await app.finish(
        name,
        await withSeen(app.call, name, { vmId, checkpointId: checkpointId! }),
      )
      expect([operation.state, operation.remark]).toEqual([
        'done',
        'It was gone already, so there was nothing left to delete.',
      ])
      expect(asked).toEqual([])
    })

    it('is refused where it is another machine’s', async () => {
      const app = await openAppOnLab()
      onTestFinished(app.close)
      const other = app.lab.vms.find(({ id }) => id === app.lab.role.tester)!.checkpoints[0]!
        .id as CheckpointId
      const ref = { vmId: app.lab.spare('off')[0]!, checkpointId: other }
      await expect(withSeen(app.call, name, ref).then((input) => app.call(name, input))).rejects.toThrow(
        'checkpoint-not-found',
      )
    })
  },
)
