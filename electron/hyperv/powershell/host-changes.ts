import type { HostChanges } from '../../core/ports.ts'
import { createdOfReply } from './replies.ts'
import type { Session } from './session.ts'

/** Everything that changes something on the host: one script each. */
export function hostChanges(run: Session['run']): HostChanges {
  return {
    createCheckpoint: async ({ vmId, name, notes }, onProgress) => {
      const parameters = { vmId, name: name ?? undefined, notes: notes ?? undefined }
      const { checkpointId, notesProblem } = createdOfReply(
        (await run('create-checkpoint', parameters, onProgress)).value,
      )
      return { checkpointId, remark: notesProblem === null ? null : notesRemark(notesProblem) }
    },
    applyCheckpoint: async (checkpoint, onProgress) => {
      await run('apply', { ...checkpoint }, onProgress)
    },
    revert: async (expected, onProgress) => {
      await run('revert', { ...expected }, onProgress)
    },
    renameCheckpoint: async (checkpoint, name) => {
      await run('rename', { ...checkpoint, name })
    },
    changeCheckpointNotes: async (checkpoint, notes) => {
      await run('change-notes', { ...checkpoint, notes })
    },
    exportCheckpoint: async (checkpoint, folder, onProgress) => {
      await run('export', { ...checkpoint, folder }, onProgress)
    },
    deleteCheckpoint: async (checkpoint, onProgress) => {
      await run('remove', { ...checkpoint }, onProgress)
    },
    deleteCheckpointSubtree: async (checkpoint, onProgress) => {
      await run('remove-subtree', { ...checkpoint }, onProgress)
    },
    changeCheckpointPolicy: async (vmId, changes, expectedType) => {
      await run('change-policy', { vmId, ...changes, expectedType })
    },
    enableBackupService: async (vmId) => {
      await run('enable-backup-service', { vmId })
    },
    changePower: async (vmId, action) => {
      await run('power', { vmId, action })
    },
    cancelJob: async (vmId, jobId) => {
      await run('cancel', { vmId, jobId })
    },
  }
}

function notesRemark(problem: string): string {
  const said = problem.trim() === '' ? '' : ` Hyper-V said: ${problem.trim()}`
  return `The checkpoint was taken, but its notes could not be stored.${said}`
}
