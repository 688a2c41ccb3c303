import type { Vm } from '#contract/model'
import { useTreePlaces } from '../../../renderer/stores/tree-places.ts'

/** Closes every branch of the tree that is mounted. */
export function closeBranches({ id, checkpoints }: Vm): void {
  const parents = new Set(checkpoints.flatMap(({ parentId }) => parentId ?? []))
  useTreePlaces().close(id, parents)
}

/** How many rows the tree has room for, drawn or not. */
export function shownRows(): number {
  const tree = document.querySelector<HTMLElement>('[role=tree]')
  return tree === null ? NaN : tree.offsetHeight / 26
}
