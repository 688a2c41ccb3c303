import { subtreeOf } from '#contract/eligibility'
import type { Checkpoint, CheckpointId, Vm } from '#contract/model'
import { pathToNow } from './checkpoint-tree.ts'
import { outlineLines, type Branch, type OutlineLine } from './outline-lines.ts'

/** What a dialog asks about. */
export type Step =
  | { readonly kind: 'go-back'; readonly checkpoint: Checkpoint; readonly current: 'kept' | 'lost' }
  | { readonly kind: 'delete' | 'delete-subtree'; readonly checkpoint: Checkpoint }

export interface Outlines {
  readonly before: readonly OutlineLine[]
  readonly after: readonly OutlineLine[]
}

/** Two small trees: how things are, and how they will be. Of all that the step leaves alone they show the way to it only. */
export function outlines(vm: Vm, step: Step): Outlines {
  const going = goingBy(vm, step)
  const view: View = { shown: shownFor(vm, step), mattering: matteringFor(vm, step), going }
  return {
    before: outlineLines(branchesOf(vm, view, null)),
    after: outlineLines(branchesOf(vmAfter(vm, step, going), view, currentAfter(vm, step))),
  }
}

interface View {
  readonly shown: ReadonlySet<CheckpointId>
  /** Those that stay in sight however long the tree is. */
  readonly mattering: ReadonlySet<CheckpointId>
  readonly going: ReadonlySet<CheckpointId>
}

/** The state of now, which is kept as a checkpoint or lost. */
interface Current {
  readonly kind: 'kept' | 'lost'
  readonly under: CheckpointId | null
}

const childrenInSight = 3

function goingBy(vm: Vm, { kind, checkpoint }: Step): ReadonlySet<CheckpointId> {
  switch (kind) {
    case 'go-back':
      return new Set()
    case 'delete':
      return new Set([checkpoint.id])
    case 'delete-subtree':
      return new Set(subtreeOf(vm, checkpoint).map(({ id }) => id))
  }
}

function shownFor(vm: Vm, { kind, checkpoint }: Step): ReadonlySet<CheckpointId> {
  const ways = [...pathToNow(vm), ...pathToNow({ ...vm, parentCheckpointId: checkpoint.id })]
  const below =
    kind === 'go-back' ? [] : kind === 'delete' ? childrenOf(vm, checkpoint) : subtreeOf(vm, checkpoint)
  return new Set([...ways, ...below.map(({ id }) => id)])
}

function matteringFor(vm: Vm, { kind, checkpoint }: Step): ReadonlySet<CheckpointId> {
  const near = [checkpoint.id, ...known(vm.parentCheckpointId)]
  if (kind === 'go-back') return new Set(near)
  const below =
    kind === 'delete' ? childrenOf(vm, checkpoint).slice(0, childrenInSight) : subtreeOf(vm, checkpoint)
  return new Set([...near, ...known(checkpoint.parentId), ...below.map(({ id }) => id)])
}

function vmAfter(vm: Vm, { kind, checkpoint }: Step, going: ReadonlySet<CheckpointId>): Vm {
  if (kind === 'go-back') return { ...vm, parentCheckpointId: checkpoint.id }
  // What hung under one that goes hangs under the next above it that stays, and so does "Now".
  const moved = (parentId: CheckpointId | null): CheckpointId | null =>
    parentId !== null && going.has(parentId) ? checkpoint.parentId : parentId
  return {
    ...vm,
    parentCheckpointId: moved(vm.parentCheckpointId),
    checkpoints: vm.checkpoints
      .filter(({ id }) => !going.has(id))
      .map((each) => ({ ...each, parentId: moved(each.parentId) })),
  }
}

function currentAfter(vm: Vm, step: Step): Current | null {
  return step.kind === 'go-back' ? { kind: step.current, under: vm.parentCheckpointId } : null
}

function branchesOf(vm: Vm, { shown, mattering, going }: View, current: Current | null): readonly Branch[] {
  const inTree = vm.checkpoints.filter(({ id }) => shown.has(id))
  const present = new Set(inTree.map(({ id }) => id))
  const placed = new Set<CheckpointId>()
  /** A parent that is not there is none. */
  const parentIn = (id: CheckpointId | null): CheckpointId | null =>
    id !== null && present.has(id) ? id : null

  function branchOf({ id, name }: Checkpoint): readonly Branch[] {
    if (placed.has(id)) return []
    placed.add(id)
    const flags = { isGoing: going.has(id), matters: mattering.has(id) }
    return [{ kind: 'checkpoint', name, ...flags, children: below(id) }]
  }

  function below(parent: CheckpointId | null): readonly Branch[] {
    return [
      ...(parentIn(vm.parentCheckpointId) === parent ? [leaf('now')] : []),
      ...inTree.filter(({ parentId }) => parentIn(parentId) === parent).flatMap(branchOf),
      ...(current !== null && parentIn(current.under) === parent ? [leaf(current.kind)] : []),
    ]
  }

  // A ring of parents has no root; it is cut open where it is met first.
  return [...below(null), ...inTree.flatMap(branchOf)]
}

function leaf(kind: 'now' | 'kept' | 'lost'): Branch {
  return { kind, name: '', isGoing: false, matters: true, children: [] }
}

function childrenOf(vm: Vm, checkpoint: Checkpoint): readonly Checkpoint[] {
  return vm.checkpoints.filter(({ parentId }) => parentId === checkpoint.id)
}

function known(id: CheckpointId | null): readonly CheckpointId[] {
  return id === null ? [] : [id]
}
