import type { CheckpointDetails } from '#contract/machine-details'
import type { Checkpoint, CheckpointId } from '#contract/model'
import type { Reading } from '../stores/readings.ts'
import { text } from '../text.ts'

/** Says of a file which of these checkpoints it holds the state of; what was not read yet leaves room for the answer. */
export function keepers(
  checkpoints: readonly Checkpoint[],
  readingOf: (id: CheckpointId) => Reading<CheckpointDetails>,
): (path: string, isBase: boolean) => string {
  const names = new Map<string, string>()
  for (const { id, name } of checkpoints) {
    for (const { chain } of readingOf(id).value?.hardware.disks ?? []) {
      const [first] = chain
      // A file that two of them share was there first for the one that stands deeper, which comes later here.
      if (first !== undefined) names.set(first.path.toLowerCase(), name)
    }
  }
  const isReading = checkpoints.some(
    ({ id }) => readingOf(id).value === undefined && readingOf(id).problem === null,
  )
  const words = text.details.disks
  return (path, isBase) => {
    const name = names.get(path.toLowerCase())
    if (name !== undefined) return name
    if (isReading) return words.reading
    return isBase ? words.baseDisk : text.unknown
  }
}
