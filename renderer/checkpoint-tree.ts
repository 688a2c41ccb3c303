import type { Checkpoint, CheckpointId, Vm } from '#contract/model'
import type { TreeKey } from './stores/selection.ts'

export interface TreeNode {
  readonly key: TreeKey
  /** Null for "Now". */
  readonly checkpoint: Checkpoint | null
  /** Whether it lies on the way from the root to "Now". */
  readonly isOnPath: boolean
  /** Undefined rather than empty, since that is how the tree tells a leaf. */
  readonly children: readonly TreeNode[] | undefined
}

/**
 * The tree as Hyper-V Manager draws it: "Now" first among its siblings, the others oldest first. Nothing the host
 * tells is dropped: a checkpoint with an unknown parent is a root, and a ring of parents is cut open at its oldest.
 */
export function checkpointTree(vm: Vm): readonly TreeNode[] {
  if (vm.checkpoints.length === 0) return []
  const known = new Set(vm.checkpoints.map(({ id }) => id))
  const path = pathToNow(vm)
  const placed = new Set<CheckpointId>()

  function nodeOf(checkpoint: Checkpoint): TreeNode {
    placed.add(checkpoint.id)
    const below = vm.checkpoints.filter(({ parentId, id }) => parentId === checkpoint.id && !placed.has(id))
    const children = below.flatMap((each) => (placed.has(each.id) ? [] : [nodeOf(each)]))
    const all = checkpoint.id === vm.parentCheckpointId ? [now, ...children] : children
    return {
      key: checkpoint.id,
      checkpoint,
      isOnPath: path.has(checkpoint.id),
      children: all.length === 0 ? undefined : all,
    }
  }

  const roots = vm.checkpoints.filter(({ parentId }) => parentId === null || !known.has(parentId)).map(nodeOf)
  const cutOpen = vm.checkpoints.flatMap((each) => (placed.has(each.id) ? [] : [nodeOf(each)]))
  const hasParent = vm.parentCheckpointId !== null && known.has(vm.parentCheckpointId)
  return [...(hasParent ? [] : [now]), ...roots, ...cutOpen]
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

/** Every key that has something under it. */
export function branchKeys(nodes: readonly TreeNode[]): readonly TreeKey[] {
  return nodes.flatMap(({ key, children }) => (children === undefined ? [] : [key, ...branchKeys(children)]))
}

const now: TreeNode = { key: 'now', checkpoint: null, isOnPath: true, children: undefined }
