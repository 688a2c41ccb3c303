import type { Checkpoint, Vm } from '#contract/model'
import type { Seen } from '#contract/seen'
import { type Decision, seenOf } from '#contract/seen-of'
import { useSession } from './stores/session.ts'

interface Target {
  readonly vm: Vm
  readonly checkpoint: Checkpoint
}

/** A checkpoint of a machine as they are on show, for what is asked of it only as long as that is true. */
export async function seenTarget(
  { vm, checkpoint }: Target,
  decision: Decision,
): Promise<{
  readonly vmId: Vm['id']
  readonly checkpointId: Checkpoint['id']
  readonly seen: Seen
}> {
  const tree = seenOf(vm, checkpoint.id, decision)
  return {
    vmId: vm.id,
    checkpointId: checkpoint.id,
    seen: { session: await useSession().current(), ...tree },
  }
}
