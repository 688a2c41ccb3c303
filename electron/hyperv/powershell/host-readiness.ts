import { AppError } from '#contract/errors'
import type { HyperVHost } from '../../core/ports.ts'

/** What decides what a checkpoint will be, and what checkpoints cost. */
export function hostReadiness(): Pick<
  HyperVHost,
  'readReadiness' | 'readCosts' | 'readStorage' | 'readLastEvent' | 'enableBackupService'
> {
  return {
    readReadiness: (vmId) =>
      Promise.resolve({
        vmId,
        backupService: 'unknown',
        passThroughDisks: 0,
        sharedDisks: 0,
        hasGpuPartition: null,
        isClustered: false,
        volumes: [],
      }),
    readCosts: notRead,
    readStorage: notRead,
    readLastEvent: () => Promise.resolve(null),
    enableBackupService: notRead,
  }
}

function notRead(): Promise<never> {
  return Promise.reject(new AppError('operation-failed', 'Savepoint can’t do this with Hyper-V yet.'))
}
