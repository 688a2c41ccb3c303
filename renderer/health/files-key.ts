import type { Vm } from '#contract/model'

/** What decides which files a machine has. A merge goes on after its checkpoint is gone, and its end is another change. */
export function filesKey(vm: Vm): string {
  const key = known.get(vm) ?? keyOf(vm)
  known.set(vm, key)
  return key
}

/** Of a thousand machines one changes, and the keys of all are asked for. */
const known = new WeakMap<Vm, string>()

function keyOf({ checkpoints, parentCheckpointId, activity }: Vm): string {
  const isMerging = activity?.kind === 'merging-disks'
  return [isMerging, parentCheckpointId, ...checkpoints.map(({ id }) => id)].join(' ')
}
