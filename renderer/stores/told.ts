/**
 * What this window has told of: ends of operations by their Id, and sentences. A page that is loaded again knows nothing
 * of what it showed before, and to say once more what people have read and put away would be a second alarm about one thing.
 */
export function wasTold(what: string): boolean {
  return sessionStorage.getItem(keyOf(what)) !== null
}

export function noteTold(what: string): void {
  sessionStorage.setItem(keyOf(what), '')
}

function keyOf(what: string): string {
  return `told ${what}`
}
