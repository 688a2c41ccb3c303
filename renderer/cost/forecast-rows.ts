import type { DeleteForecast } from '#contract/delete-forecast'
import { sizeOf } from '#contract/disk-files'
import type { DiskFile } from '#contract/machine-details'
import { sumOf, type Range } from '#contract/merge-sizes'
import { fileSize } from '../format.ts'
import { text } from '../text.ts'

/** One line of what a delete does to the files. */
export interface ForecastRow {
  readonly label: string
  readonly value: string
  /** Whether it is a reason to think again. */
  readonly isWarning: boolean
}

const words = text.cost.forecast

/** The same lines in the same order, whatever becomes of the files: while it is read each of them has its place. */
export function forecastRows(forecast: DeleteForecast | null): readonly ForecastRow[] {
  const line = (label: string, value: (known: DeleteForecast) => string): ForecastRow => ({
    label,
    value: forecast === null ? words.reading : value(forecast),
    isWarning: false,
  })
  const lacksRoom = forecast?.volumes.some(({ hasRoom }) => hasRoom === false) ?? false
  return [
    line(words.atOnce, ({ vanishing }) => filesOf(vanishing, words.sized)),
    line(words.merged, mergesOf),
    line(words.kept, ({ kept }) => filesOf(kept, words.stays)),
    { ...line(words.room, roomOf), isWarning: lacksRoom },
    line(words.frees, ({ frees }) => (frees === null ? text.unknown : rangeOf(frees))),
  ]
}

function filesOf(files: readonly DiskFile[], sized: (count: number, size: string) => string): string {
  if (files.length === 0) return words.nothing
  const size = sizeOf(files)
  return sized(files.length, size === null ? words.sizeUnknown : fileSize(size))
}

function mergesOf({ merging }: DeleteForecast): string {
  if (merging.length === 0) return words.nothing
  const moved = sumOf(merging.map(({ writes }) => writes))
  return words.merges(merging.length, moved === null ? words.sizeUnknown : rangeOf(moved))
}

/** Of a volume that needs none nothing is said. */
function roomOf({ volumes }: DeleteForecast): string {
  const asked = volumes.flatMap(({ root, free, needs, hasRoom }) => {
    if (needs === null || free === null || hasRoom === null) return [words.roomUnknown(root)]
    if (needs.to === 0) return []
    return [(hasRoom ? words.hasRoom : words.lacksRoom)(root, fileSize(needs.to), fileSize(free))]
  })
  if (volumes.length === 0) return text.unknown
  return asked.length === 0 ? words.noRoomNeeded : asked.join('\n')
}

/** Nothing is freed of what a merge may take more than it gives back. */
function rangeOf({ from, to }: Range): string {
  return words.range(fileSize(Math.max(0, from)), fileSize(Math.max(0, to)))
}
