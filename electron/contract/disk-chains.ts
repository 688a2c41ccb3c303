import { isOfCheckpoints, pathKey } from './disk-files.ts'
import type { ChainFile, FileChain } from './disk-merges.ts'
import type { VmCosts } from './machine-costs.ts'
import type { Disk } from './machine-details.ts'
import type { CheckpointId } from './model.ts'

/** No zod in here: the window runs this file. */

/** The disks of a machine, split by whether a delete leaves somebody who begins with them. */
export interface SplitChains {
  /** Of the checkpoints that go. */
  readonly going: readonly FileChain[]
  /** Of "Now" first, then of the checkpoints that stay. */
  readonly staying: readonly FileChain[]
}

export function splitChains(
  { disks, checkpoints }: VmCosts,
  deleted: ReadonlySet<CheckpointId>,
): SplitChains {
  const going = checkpoints.filter(({ checkpointId }) => deleted.has(checkpointId))
  const staying = checkpoints.filter(({ checkpointId }) => !deleted.has(checkpointId))
  const files = new Map<string, ChainFile>()
  const chainsOf = (all: readonly Disk[]): readonly FileChain[] =>
    all.map((disk) => disk.chain.map((file, at) => known(files, chainFile(disk, at, file))))
  return {
    staying: chainsOf([...disks, ...staying.flatMap((each) => each.disks)]),
    going: chainsOf(going.flatMap((each) => each.disks)),
  }
}

/** The object that stands for this file already, or this one from now on. */
function known(files: Map<string, ChainFile>, file: ChainFile): ChainFile {
  const key = pathKey(file.file.path)
  const first = files.get(key) ?? file
  files.set(key, first)
  return first
}

function chainFile({ chain, capacity }: Disk, at: number, file: ChainFile['file']): ChainFile {
  return { file, isOfCheckpoints: isOfCheckpoints(chain, at), capacity }
}
