import { spreadOf } from './statistics.ts'

/** What must be reached, on the median of the rounds. */
export interface Goal {
  readonly id: `P${number}` | 'R5'
  readonly text: string
  readonly limit: number
  readonly direction: 'at most' | 'at least'
  readonly unit: string
  /** One a round. */
  readonly values: readonly number[]
}

export function isMet({ values, limit, direction }: Goal): boolean {
  const { median } = spreadOf(values)
  return direction === 'at most' ? median <= limit : median >= limit
}
