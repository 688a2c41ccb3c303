/** No zod in here: the window runs this file. */

/** Between which each threshold of the host’s health may be set. */
export const thresholdLimits = {
  /** Days that a checkpoint may be old. */
  age: { least: 1, most: 3_650 },
  /** Checkpoints that a machine may have; Hyper-V allows 50. */
  count: { least: 1, most: 50 },
  /** Files that a disk may consist of. */
  depth: { least: 2, most: 50 },
  /** Gigabytes that the checkpoints of a machine may take. */
  size: { least: 1, most: 100_000 },
  /** Days that a volume should last at the present rate. */
  runway: { least: 1, most: 365 },
} as const

export type Threshold = keyof typeof thresholdLimits

export function isThreshold(name: Threshold, value: number): boolean {
  const { least, most } = thresholdLimits[name]
  return Number.isInteger(value) && value >= least && value <= most
}

export function areThresholds(values: Readonly<Record<Threshold, number>>): boolean {
  return names.every((name) => isThreshold(name, values[name]))
}

const names: readonly Threshold[] = ['age', 'count', 'depth', 'size', 'runway']
