import type { Clock, HyperVHost } from '../../core/ports.ts'
import { checkpointDetailsOfReply, thumbnailOfReply, vmDetailsOfReply } from './replies-of-details.ts'
import type { Session } from './session.ts'

/** Pixels: enough for the pane at 200 %, and a quarter of a megabyte as it travels. */
const thumbnailSize = { width: 240, height: 180 } as const

/** Milliseconds for which a file of a disk need not be opened again. */
const freshFor = 10_000

/**
 * What a host tells of one machine or checkpoint when somebody looks at it: one script each. Whoever looks at a machine
 * sees its files as they are now. Its checkpoints, up to fifty of which are read one after another, share nearly all of
 * them, so they are opened for one and good for the others.
 */
export function hostDetails(
  run: Session['run'],
  clock: Clock,
): Pick<HyperVHost, 'readVmDetails' | 'readCheckpointDetails' | 'readThumbnail'> {
  let openedAt: number | null = null
  const isStale = (now: number): boolean => openedAt === null || now - openedAt > freshFor
  return {
    readVmDetails: async (vmId) => {
      openedAt = clock.monotonic()
      return vmDetailsOfReply(vmId, (await run('vm-details', { vmId })).value)
    },
    readCheckpointDetails: async (checkpoint) => {
      const now = clock.monotonic()
      const afresh = isStale(now)
      if (afresh) openedAt = now
      const { value } = await run('checkpoint-details', { ...checkpoint, afresh })
      return checkpointDetailsOfReply(checkpoint, value)
    },
    readThumbnail: async (vmId, checkpointId) => {
      const parameters = { vmId, checkpointId: checkpointId ?? undefined, ...thumbnailSize }
      return thumbnailOfReply(thumbnailSize, (await run('thumbnail', parameters)).value)
    },
  }
}
