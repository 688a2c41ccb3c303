import { AppError } from '#contract/errors'
import type { HyperVHost } from '../core/ports.ts'

function refused(): Promise<never> {
  return Promise.reject(new AppError('not-allowed', 'This host does not tell more than the list shows.'))
}

/** For a host that tells no more of a machine than its list does. */
export const noDetails: Pick<HyperVHost, 'readVmDetails' | 'readCheckpointDetails' | 'readThumbnail'> = {
  readVmDetails: refused,
  readCheckpointDetails: refused,
  readThumbnail: () => Promise.resolve(null),
}
