import type { TreeRow } from '../checkpoint-tree.ts'
import type { RowSize } from '../cost/row-size.ts'

/** All that a row of the tree shows of its checkpoint. */
export interface DrawnRow {
  readonly row: TreeRow
  /** Null until it was read. */
  readonly size: RowSize | null
}

/** All of it was made by one program, so its fields stand in one order. */
export function isDrawnAlike(before: DrawnRow, now: DrawnRow): boolean {
  return JSON.stringify(before) === JSON.stringify(now)
}
