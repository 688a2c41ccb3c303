import type { Goal } from './goal.ts'
import { ratios } from './statistics.ts'

/** A goal that one measure is at most so many times another, round by round. */
export function atMostTimes(
  id: Goal['id'],
  text: string,
  limit: number,
  [values, others]: readonly [readonly number[], readonly number[]],
): Goal {
  return { id, text, limit, direction: 'at most', unit: '×', values: ratios(values, others) }
}

/** A goal that one measure is at least so many times another, round by round. */
export function atLeastTimes(
  id: Goal['id'],
  text: string,
  limit: number,
  [values, others]: readonly [readonly number[], readonly number[]],
): Goal {
  return { id, text, limit, direction: 'at least', unit: '×', values: ratios(values, others) }
}
