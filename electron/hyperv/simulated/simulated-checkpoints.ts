import { CheckpointId } from '#contract/model'
import type { CheckpointChanges, CheckpointRef, OnProgress } from '../../core/ports.ts'
import { asAppError } from './as-app-error.ts'
import { followJob } from './follow-job.ts'
import { SimulatedError } from './simulation.ts'
import type { OnJob, Simulation } from './simulation.ts'

/** What a host does with checkpoints, done by the simulation. */
export function simulatedCheckpoints(simulation: Simulation): CheckpointChanges {
  const followed = (ref: CheckpointRef, onProgress: OnProgress, run: (onJob: OnJob) => Promise<void>) =>
    asAppError(simulation, ref, () => followJob(simulation, onProgress, run))
  const remove = (ref: CheckpointRef, withSubtree: boolean, onProgress: OnProgress): Promise<void> =>
    followed(ref, onProgress, (onJob) =>
      simulation.removeCheckpoint(ref.vmId, ref.checkpointId, withSubtree, onJob),
    )
  const apply = (ref: CheckpointRef, onJob: OnJob): Promise<void> =>
    simulation.applyCheckpoint(ref.vmId, ref.checkpointId, onJob)

  return {
    createCheckpoint: (request, onProgress) =>
      asAppError(simulation, { vmId: request.vmId }, () => create(simulation, request, onProgress)),
    applyCheckpoint: (ref, onProgress) => followed(ref, onProgress, (onJob) => apply(ref, onJob)),
    revert: (ref, onProgress) =>
      followed(ref, onProgress, async (onJob) => {
        requireParentOfNow(simulation, ref)
        await apply(ref, onJob)
      }),
    renameCheckpoint: (ref, name) =>
      asAppError(simulation, ref, () => simulation.renameCheckpoint(ref.vmId, ref.checkpointId, name)),
    changeCheckpointNotes: (ref, notes) =>
      asAppError(simulation, ref, () => simulation.setCheckpointNotes(ref.vmId, ref.checkpointId, notes)),
    exportCheckpoint: (ref, folder, onProgress) =>
      followed(ref, onProgress, (onJob) =>
        simulation.exportCheckpoint(ref.vmId, ref.checkpointId, folder, onJob),
      ),
    deleteCheckpoint: (ref, onProgress) => remove(ref, false, onProgress),
    deleteCheckpointSubtree: (ref, onProgress) => remove(ref, true, onProgress),
  }
}

type Creation = Parameters<CheckpointChanges['createCheckpoint']>[0]

async function create(
  simulation: Simulation,
  { vmId, name, notes }: Creation,
  onProgress: OnProgress,
): Promise<{ readonly checkpointId: CheckpointId; readonly remark: string | null }> {
  const id = await followJob(simulation, onProgress, (onJob) =>
    simulation.createCheckpoint(vmId, name, onJob),
  )
  const checkpointId = CheckpointId.parse(id)
  const remark = notes === null ? null : await remarkOnNotes(simulation, { vmId, checkpointId }, notes)
  return { checkpointId, remark }
}

/** The checkpoint is there by then, so a note that could not be kept is told and not thrown. */
async function remarkOnNotes(
  simulation: Simulation,
  { vmId, checkpointId }: CheckpointRef,
  notes: string,
): Promise<string | null> {
  try {
    await simulation.setCheckpointNotes(vmId, checkpointId, notes)
    return null
  } catch (error) {
    if (!(error instanceof SimulatedError)) throw error
    return 'The checkpoint was taken, but its note could not be kept.'
  }
}

function requireParentOfNow(simulation: Simulation, { vmId, checkpointId }: CheckpointRef): void {
  const vm = simulation.vm(vmId)
  if (vm === undefined || vm.parentCheckpointId === checkpointId) return
  throw new SimulatedError('SavepointChangedMeanwhile', 'InvalidOperation', '')
}
