import { mostCheckpoints } from '#contract/eligibility'
import type { VmState } from '#contract/model'
import type { RefusalKind } from './refusals.ts'
import type { SimulatedCheckpoint, SimulatedVm } from './simulation.ts'

type CheckpointOutcome =
  { readonly refusal: RefusalKind } | { readonly refusal: null; readonly isSaved: boolean }

/** What a checkpoint taken now would be: with the machine's memory or without it, or refused. */
export function checkpointOutcome(vm: SimulatedVm): CheckpointOutcome {
  const refusal = creationRefusal(vm)
  if (refusal !== null) return { refusal }
  const canBeProduction = vm.state === 'Off' || (vm.state === 'Running' && answersForBackup(vm))
  switch (vm.checkpointType) {
    case 'Disabled':
      return { refusal: 'disabled' }
    case 'Standard':
      return { refusal: null, isSaved: vm.state !== 'Off' }
    case 'Production':
      return { refusal: null, isSaved: !canBeProduction }
    case 'ProductionOnly':
      return canBeProduction ? { refusal: null, isSaved: false } : { refusal: 'productionImpossible' }
  }
}

/** Null where the checkpoint may be used for this. A missing one has no files, a planned one is not finished. */
export function useRefusal(vm: SimulatedVm, checkpoint: SimulatedCheckpoint): RefusalKind | null {
  if (isReplica(vm) || checkpoint.type.startsWith('Replica')) return 'replica'
  if (checkpoint.type === 'Missing') return 'filesMissing'
  if (checkpoint.type === 'Planned') return 'notForUsers'
  return null
}

/** The states in which Hyper-V takes and applies checkpoints. */
export function isAtRest(vm: SimulatedVm): boolean {
  return !vm.isCritical && restingStates.has(vm.state)
}

export function isReplica(vm: SimulatedVm): boolean {
  return vm.replication === 'Replica'
}

/** A name is kept in a field of 100 characters and can't be blank. */
export function isValidName(name: string): boolean {
  return name.trim() !== '' && name.length <= 100
}

const restingStates: ReadonlySet<VmState> = new Set(['Running', 'Paused', 'Off', 'Saved', 'Hibernated'])

function creationRefusal(vm: SimulatedVm): RefusalKind | null {
  if (vm.checkpointType === 'Disabled') return 'disabled'
  if (vm.hasGpuPartition) return 'gpuPartition'
  if (isReplica(vm)) return 'replica'
  if (!isAtRest(vm)) return 'wrongState'
  return vm.checkpoints.length >= mostCheckpoints ? 'limit' : null
}

/** The guest's backup service makes a production checkpoint; a degraded one still answers. */
function answersForBackup(vm: SimulatedVm): boolean {
  return vm.vss.enabled && vm.vss.status !== 'NoContact'
}
