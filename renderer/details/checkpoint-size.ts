import type { CheckpointDetails } from '#contract/machine-details'
import { text } from '../text.ts'
import { sumOf } from './file-rows.ts'

/** What a checkpoint takes on the disk: its saved state and configuration, and the disk files that are its own. */
export function sizeOfCheckpoint({ files, hardware }: CheckpointDetails): string {
  const words = text.details
  const own = hardware.disks.flatMap(({ chain }) => (chain.length > 1 ? chain.slice(0, 1) : []))
  // A base disk is there with and without the checkpoint, so it is no part of what that takes.
  const hasBase = hardware.disks.some(({ chain }) => chain.length === 1)
  const size =
    own.length === 0 ? sumOf(files) : words.sizeOf(sumOf([...files, ...own]), sumOf(files), sumOf(own))
  return hasBase ? words.besideBase(size) : size
}
