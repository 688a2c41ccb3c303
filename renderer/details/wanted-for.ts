import type { Checkpoint, Vm } from '#contract/model'
import type { CheckpointTab, VmTab, Wanted } from '../stores/details.ts'
import { withAncestors } from './ancestors.ts'

/** What a tab shows of a machine, in the order in which it is asked for: what people came for first. */
export function wantedForVm(vm: Vm, tab: VmTab): readonly Wanted[] {
  const itself: Wanted = { what: 'vm', vmId: vm.id }
  switch (tab) {
    case 'summary':
      return [itself, { what: 'screen', vmId: vm.id, checkpointId: null }]
    case 'disks':
      // Whose a file is, is known from the checkpoint that it belongs to.
      return [itself, ...withAncestors(vm, vm.parentCheckpointId).map(asWanted)]
    case 'memory':
    case 'networking':
      return [itself]
  }
}

/** Likewise of a checkpoint. */
export function wantedForCheckpoint(vm: Vm, checkpoint: Checkpoint, tab: CheckpointTab): readonly Wanted[] {
  switch (tab) {
    case 'summary':
      return [asWanted(checkpoint), { what: 'screen', vmId: vm.id, checkpointId: checkpoint.id }]
    case 'disks':
      return withAncestors(vm, checkpoint.id).map(asWanted)
    case 'then-and-now':
      return [asWanted(checkpoint), { what: 'vm', vmId: vm.id }]
  }
}

function asWanted({ vmId, id }: Checkpoint): Wanted {
  return { what: 'checkpoint', vmId, checkpointId: id }
}
