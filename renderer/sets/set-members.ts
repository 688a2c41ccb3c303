import type { CheckpointRecord, SetId } from '#contract/checkpoint-record'
import type { Checkpoint, CheckpointId, Vm, VmId } from '#contract/model'

/** One checkpoint of a set, and the machine whose it is. */
export interface SetMember {
  readonly vm: Vm
  readonly checkpoint: Checkpoint
}

/** Those of a set that are still there, by the names of their machines. Pure. */
export function setMembers(
  setId: SetId,
  records: ReadonlyMap<CheckpointId, CheckpointRecord>,
  vms: ReadonlyMap<VmId, Vm>,
): readonly SetMember[] {
  const found = [...records.values()]
    .filter((record) => record.setId === setId)
    .flatMap(({ vmId, checkpointId }) => {
      const vm = vms.get(vmId)
      const checkpoint = vm?.checkpoints.find(({ id }) => id === checkpointId)
      return vm === undefined || checkpoint === undefined ? [] : [{ vm, checkpoint }]
    })
  return found.sort((one, other) => one.vm.name.localeCompare(other.vm.name))
}
