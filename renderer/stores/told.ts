import type { OperationId } from '#contract/model'

/**
 * Which ends this window has told of. A page that is loaded again knows nothing of what it showed before, and to say
 * once more what people have read and put away would be a second alarm about one thing.
 */
export function wasTold(id: OperationId): boolean {
  return sessionStorage.getItem(keyOf(id)) !== null
}

export function noteTold(id: OperationId): void {
  sessionStorage.setItem(keyOf(id), '')
}

function keyOf(id: OperationId): string {
  return `told ${id}`
}
