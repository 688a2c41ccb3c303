import { parentOfNow } from '#contract/eligibility'
import type { Checkpoint, Vm } from '#contract/model'
import { pathToNow } from './checkpoint-tree.ts'

/** One line of a small tree in a dialog. */
export interface OutlineLine {
  readonly depth: number
  readonly kind: 'checkpoint' | 'now' | 'kept' | 'lost'
  readonly name: string
}

/** Where "Now" hangs, with nothing but the way to it and to the target. */
export function outlineBefore(vm: Vm, target: Checkpoint): readonly OutlineLine[] {
  return outline(vm, target, parentOfNow(vm), null)
}

/** The same after going back to the target; a line stands for the state of now, kept as a checkpoint or lost. */
export function outlineAfter(vm: Vm, target: Checkpoint, kind: Current['kind']): readonly OutlineLine[] {
  return outline(vm, target, target, { kind, under: parentOfNow(vm) })
}

interface Current {
  readonly kind: 'kept' | 'lost'
  readonly under: Checkpoint | null
}

function outline(
  vm: Vm,
  target: Checkpoint,
  parent: Checkpoint | null,
  current: Current | null,
): readonly OutlineLine[] {
  const shown = new Set([...pathToNow(vm), ...pathToNow({ ...vm, parentCheckpointId: target.id })])
  const inTree = vm.checkpoints.filter(({ id }) => shown.has(id))
  const placed = new Set<Checkpoint>()

  function below(of: Checkpoint | null, depth: number): readonly OutlineLine[] {
    const here = inTree.filter((each) => !placed.has(each) && isUnder(each, of, inTree))
    for (const each of here) placed.add(each)
    return [
      ...(of === parent ? [{ depth, kind: 'now', name: '' } as const] : []),
      ...here.flatMap((each) => [
        { depth, kind: 'checkpoint', name: each.name } as const,
        ...below(each, depth + 1),
      ]),
      ...(current !== null && current.under === of ? [{ depth, kind: current.kind, name: '' }] : []),
    ]
  }

  return below(null, 0)
}

function isUnder(checkpoint: Checkpoint, of: Checkpoint | null, inTree: readonly Checkpoint[]): boolean {
  if (of !== null) return checkpoint.parentId === of.id
  return !inTree.some(({ id }) => id === checkpoint.parentId)
}
