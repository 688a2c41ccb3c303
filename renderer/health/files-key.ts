import type { Vm } from '#contract/model'

/** What decides which files a machine has. A merge goes on after its checkpoint is gone, and its end is another change. */
export function filesKey({ checkpoints, parentCheckpointId, activity }: Vm): string {
  const isMerging = activity?.kind === 'merging-disks'
  return [isMerging, parentCheckpointId, ...checkpoints.map(({ id }) => id)].join(' ')
}
