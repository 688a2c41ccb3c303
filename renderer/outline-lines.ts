/** A node of a small tree in a dialog. */
export interface Branch {
  readonly kind: 'checkpoint' | 'now' | 'kept' | 'lost'
  readonly name: string
  /** It will not be there afterwards. */
  readonly isGoing: boolean
  /** It stays in sight however long the tree is. */
  readonly matters: boolean
  readonly children: readonly Branch[]
}

/** One line of it. */
export interface OutlineLine {
  readonly depth: number
  /** `more` stands for checkpoints that are left out. */
  readonly kind: Branch['kind'] | 'more'
  readonly name: string
  readonly isGoing: boolean
  /** How many are left out; one for a line of its own. */
  readonly count: number
}

const longest = 8

/** Tree to lines. A long one is shortened: what does not matter is counted rather than named. */
export function outlineLines(branches: readonly Branch[]): readonly OutlineLine[] {
  const whole = wholeLines(branches, 0)
  return whole.length > longest ? shortLines(branches, 0) : whole
}

function wholeLines(branches: readonly Branch[], depth: number): readonly OutlineLine[] {
  return branches.flatMap((each) => [lineOf(each, depth), ...wholeLines(each.children, depth + 1)])
}

function shortLines(branches: readonly Branch[], depth: number): readonly OutlineLine[] {
  const aside = branches.filter(isAside)
  const rest = branches.filter((each) => !isAside(each)).flatMap((each) => wayLines(each, depth))
  const count = countOf(aside)
  return [...rest, ...(count > 1 ? [moreLine(count, depth)] : wholeLines(aside, depth))]
}

/** A stretch of the way on which nothing matters is one line. */
function wayLines(start: Branch, depth: number): readonly OutlineLine[] {
  let count = 0
  let end = start
  for (; !end.matters && end.children.length === 1; end = end.children[0] ?? end) count += 1
  if (count < 2) return [lineOf(start, depth), ...shortLines(start.children, depth + 1)]
  return [moreLine(count, depth), ...wayLines(end, depth + 1)]
}

function isAside({ matters, children }: Branch): boolean {
  return !matters && children.every(isAside)
}

function countOf(branches: readonly Branch[]): number {
  return branches.reduce((sum, { children }) => sum + 1 + countOf(children), 0)
}

function lineOf({ kind, name, isGoing }: Branch, depth: number): OutlineLine {
  return { depth, kind, name, isGoing, count: 1 }
}

function moreLine(count: number, depth: number): OutlineLine {
  return { depth, kind: 'more', name: '', isGoing: false, count }
}
