import type { Readiness } from '#contract/readiness'
import { exampleVm } from './example-vm.ts'

/** Of the example machine: nothing stands in the way of a production checkpoint, but for what the test says. */
export function exampleReadiness(change: Partial<Readiness> = {}): Readiness {
  return {
    vmId: exampleVm().id,
    backupService: 'ok',
    passThroughDisks: 0,
    sharedDisks: 0,
    hasGpuPartition: false,
    isClustered: false,
    volumes: [],
    ...change,
  }
}
