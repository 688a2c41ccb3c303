import { treeRow, type CheckpointTree } from './checkpoint-tree.ts'
import type { TreeKey } from './stores/selection.ts'

/**
 * The rows that are drawn, in order: none under what is closed, and where something was looked for, what was found and
 * the way to it. What was found has a 1 in the order of the host's list.
 */
export function shownRows(
  tree: CheckpointTree,
  closed: ReadonlySet<TreeKey>,
  found: Uint8Array | null,
): Int32Array {
  const kept = found === null ? null : withWay(tree, found)
  const shown = new Int32Array(tree.nodes.length)
  let count = 0
  for (let row = 0; row < tree.nodes.length;) {
    const end = tree.ends[row] ?? row + 1
    const isKept = kept === null || kept[row] === 1
    if (isKept) {
      shown[count] = row
      count += 1
    }
    const isShut = !isKept || (closed.size > 0 && end > row + 1 && closed.has(treeRow(tree, row).key))
    row = isShut ? end : row + 1
  }
  return shown.subarray(0, count)
}

/** Where a row is among those that are drawn, or -1; they are in order, so that half of them go at each look. */
export function indexOfRow(shown: Int32Array, row: number): number {
  let [low, high] = [0, shown.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = shown[middle] ?? -1
    if (there === row) return middle
    if (there < row) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** What was found and everything above it. A parent comes before all that is under it, so one way back is enough. */
function withWay({ nodes, parents }: CheckpointTree, found: Uint8Array): Uint8Array {
  const kept = Uint8Array.from(nodes, (node) => found[node] ?? 0)
  for (let row = parents.length - 1; row >= 0; row -= 1) {
    const parent = parents[row] ?? -1
    if (kept[row] === 1 && parent !== -1) kept[parent] = 1
  }
  return kept
}
