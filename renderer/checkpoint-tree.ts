import type { Checkpoint, CheckpointId, Vm } from '#contract/model'
import type { TreeKey } from './stores/selection.ts'

/**
 * The tree in the order it is drawn with every branch open, in figures: a row is its place in it. So half a million rows
 * cost a few arrays, and only those in view become objects.
 */
export interface CheckpointTree {
  readonly checkpoints: Vm['checkpoints']
  /** The place of each row's checkpoint in the host's list; one past its end is "Now". */
  readonly nodes: Int32Array
  /** The same the other way round. */
  readonly rowOf: Int32Array
  /** The row it hangs under, or -1. */
  readonly parents: Int32Array
  /** From 1 on. */
  readonly levels: Int32Array
  /** The first row after all that is under it. */
  readonly ends: Int32Array
  /** Among those with the same parent, from 1 on. */
  readonly positions: Int32Array
  readonly setSizes: Int32Array
  /** 1 on the way from the root to "Now". */
  readonly path: Uint8Array
  readonly deepest: number
}

/** One row, as it is drawn and read out. */
export interface TreeRow {
  readonly row: number
  readonly key: TreeKey
  /** Null for "Now". */
  readonly checkpoint: Checkpoint | null
  /** Whether it lies on the way from the root to "Now". */
  readonly isOnPath: boolean
  readonly level: number
  readonly position: number
  readonly setSize: number
  readonly hasChildren: boolean
}

/**
 * The tree as Hyper-V Manager draws it: "Now" first among its siblings, the others oldest first. Nothing the host
 * tells is dropped: a checkpoint with an unknown parent is a root, and a ring of parents is cut open at its oldest.
 */
export function checkpointTree(vm: Vm): CheckpointTree {
  const before = known.get(vm)
  if (before !== undefined) return before
  const tree = treeOf(vm)
  known.set(vm, tree)
  return tree
}

/** Found out once for each value the host said, however often one comes back to the machine. */
const known = new WeakMap<Vm, CheckpointTree>()

function treeOf(vm: Vm): CheckpointTree {
  const { checkpoints } = vm
  const above = parentsInList(vm)
  const nodes = checkpoints.length === 0 ? new Int32Array() : inOrder(above)
  const rowOf = new Int32Array(above.length)
  nodes.forEach((node, row) => (rowOf[node] = row))
  const parents = nodes.map((node) => {
    const parent = at(above, node)
    return parent === -1 ? -1 : at(rowOf, parent)
  })
  const levels = levelsOf(parents)
  return {
    ...{ checkpoints, nodes, rowOf, parents, levels },
    ...{ ends: endsOf(parents), ...placesOf(parents), path: pathOf(parents, at(rowOf, checkpoints.length)) },
    deepest: levels.reduce((deepest, level) => Math.max(deepest, level), 0),
  }
}

export function treeRow(tree: CheckpointTree, row: number): TreeRow {
  const checkpoint = tree.checkpoints[at(tree.nodes, row)] ?? null
  return {
    row,
    key: checkpoint?.id ?? 'now',
    checkpoint,
    isOnPath: tree.path[row] === 1,
    level: at(tree.levels, row),
    position: at(tree.positions, row),
    setSize: at(tree.setSizes, row),
    hasChildren: at(tree.ends, row) > row + 1,
  }
}

/** The row of a key, or -1 where the tree has none. */
export function rowOfKey({ checkpoints, rowOf, nodes }: CheckpointTree, key: TreeKey): number {
  if (nodes.length === 0) return -1
  const node = key === 'now' ? checkpoints.length : checkpoints.findIndex(({ id }) => id === key)
  return node === -1 ? -1 : at(rowOf, node)
}

/** Every key from the root down to the parent of "Now". */
export function pathToNow(vm: Vm): ReadonlySet<CheckpointId> {
  const path = new Set<CheckpointId>()
  let next = vm.checkpoints.find(({ id }) => id === vm.parentCheckpointId)
  while (next !== undefined && !path.has(next.id)) {
    path.add(next.id)
    const { parentId } = next
    next = vm.checkpoints.find(({ id }) => id === parentId)
  }
  return path
}

/** The place of each one's parent in the list, or -1; "Now" comes last. */
function parentsInList({ checkpoints, parentCheckpointId }: Vm): Int32Array {
  const above = new Int32Array(checkpoints.length + 1)
  let places: ReadonlyMap<CheckpointId, number> | undefined
  for (const [place, { parentId }] of checkpoints.entries()) {
    const near = parentId === null ? -1 : placeNearby(checkpoints, above, place, parentId)
    if (near !== null) {
      above[place] = near
      continue
    }
    places ??= new Map(checkpoints.map(({ id }, index) => [id, index]))
    above[place] = (parentId === null ? undefined : places.get(parentId)) ?? -1
  }
  above[checkpoints.length] = checkpoints.findIndex(({ id }) => id === parentCheckpointId)
  return above
}

/** How far up it is looked for. */
const nearby = 8

/** A checkpoint mostly hangs under the one before it or under what that hangs under: found there, it need not be looked up. */
function placeNearby(
  checkpoints: Vm['checkpoints'],
  above: Int32Array,
  place: number,
  parentId: CheckpointId,
): number | null {
  let there = place - 1
  for (let step = 0; step < nearby && there !== -1; step += 1) {
    if (checkpoints[there]?.id === parentId) return there
    there = at(above, there)
  }
  return null
}

/** From the roots down, without recursion, for a chain may be deep. Where a ring is cut, the parent in `above` is taken away. */
function inOrder(above: Int32Array): Int32Array {
  const count = above.length
  const below = childrenOf(above)
  const isPlaced = new Uint8Array(count)
  const nodes = new Int32Array(count)
  const waiting = rootsOf(below, count)
  let row = 0
  for (let cut = 0; row < count;) {
    const node = waiting.pop()
    if (node === undefined) {
      while (isPlaced[cut] === 1) cut += 1
      above[cut] = -1
      waiting.push(cut)
    } else if (isPlaced[node] !== 1) {
      isPlaced[node] = 1
      nodes[row] = node
      row += 1
      for (let child = at(below.first, node); child !== -1; child = at(below.next, child)) waiting.push(child)
    }
  }
  return nodes
}

interface Children {
  /** Of each the youngest under it; after all, the youngest root. "Now" counts as the oldest, for it is drawn first. */
  readonly first: Int32Array
  /** Of each the next older beside it. */
  readonly next: Int32Array
}

function childrenOf(above: Int32Array): Children {
  const count = above.length
  const first = new Int32Array(count + 1).fill(-1)
  const next = new Int32Array(count).fill(-1)
  function add(node: number): void {
    const parent = at(above, node)
    const list = parent === -1 ? count : parent
    next[node] = at(first, list)
    first[list] = node
  }
  add(count - 1)
  for (let node = 0; node < count - 1; node += 1) add(node)
  return { first, next }
}

function rootsOf({ first, next }: Children, count: number): number[] {
  const roots: number[] = []
  for (let root = at(first, count); root !== -1; root = at(next, root)) roots.push(root)
  return roots
}

function levelsOf(parents: Int32Array): Int32Array {
  const levels = new Int32Array(parents.length)
  parents.forEach((parent, row) => (levels[row] = parent === -1 ? 1 : at(levels, parent) + 1))
  return levels
}

function endsOf(parents: Int32Array): Int32Array {
  const ends = parents.map((_parent, row) => row + 1)
  for (let row = parents.length - 1; row >= 0; row -= 1) {
    const parent = at(parents, row)
    if (parent !== -1) ends[parent] = Math.max(at(ends, parent), at(ends, row))
  }
  return ends
}

function placesOf(parents: Int32Array): Pick<CheckpointTree, 'positions' | 'setSizes'> {
  // The last one counts the roots.
  const counts = new Int32Array(parents.length + 1)
  const listOf = (parent: number): number => (parent === -1 ? parents.length : parent)
  const positions = parents.map((parent) => (counts[listOf(parent)] = at(counts, listOf(parent)) + 1))
  return { positions, setSizes: parents.map((parent) => at(counts, listOf(parent))) }
}

function pathOf(parents: Int32Array, now: number): Uint8Array {
  const path = new Uint8Array(parents.length)
  if (parents.length === 0) return path
  for (let row = now; row !== -1; row = at(parents, row)) path[row] = 1
  return path
}

/** A figure that is there by construction. */
function at(figures: Int32Array, index: number): number {
  return figures[index] ?? -1
}
