import type { HyperVHost } from '../../core/ports.ts'
import { checkpointDetailsOfReply, thumbnailOfReply, vmDetailsOfReply } from './replies-of-details.ts'
import type { Session } from './session.ts'

/** Pixels: enough for the pane at 200 %, and a quarter of a megabyte as it travels. */
const thumbnailSize = { width: 240, height: 180 } as const

/** What a host tells of one machine or checkpoint when somebody looks at it: one script each. */
export function hostDetails(
  run: Session['run'],
): Pick<HyperVHost, 'readVmDetails' | 'readCheckpointDetails' | 'readThumbnail'> {
  return {
    readVmDetails: async (vmId) => vmDetailsOfReply(vmId, (await run('vm-details', { vmId })).value),
    readCheckpointDetails: async (checkpoint) =>
      checkpointDetailsOfReply(checkpoint, (await run('checkpoint-details', { ...checkpoint })).value),
    readThumbnail: async (vmId, checkpointId) => {
      const parameters = { vmId, checkpointId: checkpointId ?? undefined, ...thumbnailSize }
      return thumbnailOfReply(thumbnailSize, (await run('thumbnail', parameters)).value)
    },
  }
}
