import { folded } from '#contract/folded'
import type { TreeRow } from '../checkpoint-tree.ts'
import { text } from '../text.ts'
import type { TreeRows } from './use-tree-rows.ts'

/** Where the keys lead. */
export interface TreeMoves {
  /** The row that has the focus. */
  readonly current: () => number
  readonly goTo: (index: number) => void
  /** How many rows a page is. */
  readonly page: () => number
  readonly showDetails: (index: number) => void
}

/** The keys of a tree, as people know them from Windows and from the web's own guide to trees. */
export function useTreeKeys(rows: TreeRows, moves: TreeMoves): (event: KeyboardEvent) => void {
  const typeAhead = useTypeAhead(rows, moves)

  function press(event: KeyboardEvent): boolean {
    const index = moves.current()
    const row = rows.at(index)
    if (row === null) return false
    const target = targetOf(event.key, index)
    if (target !== null) moves.goTo(Math.min(Math.max(target, 0), rows.count.value - 1))
    else if (event.key === 'ArrowRight') goIn(row, index)
    else if (event.key === 'ArrowLeft') goOut(row)
    else if (event.key === 'Enter') moves.showDetails(index)
    else if (event.key === '*') rows.openAll()
    else if (!typeAhead(event, index)) return selectBySpace(event, index)
    return true
  }

  function targetOf(key: string, index: number): number | null {
    switch (key) {
      case 'ArrowDown':
        return index + 1
      case 'ArrowUp':
        return index - 1
      case 'Home':
        return 0
      case 'End':
        return rows.count.value - 1
      case 'PageDown':
        return index + moves.page()
      case 'PageUp':
        return index - moves.page()
      default:
        return null
    }
  }

  function goIn(row: TreeRow, index: number): void {
    if (!row.hasChildren) return
    if (rows.isOpen(row)) moves.goTo(index + 1)
    else rows.setOpen(row, true)
  }

  function goOut(row: TreeRow): void {
    if (row.hasChildren && rows.isOpen(row)) {
      rows.setOpen(row, false)
      return
    }
    const parent = rows.parentIndex(row)
    if (parent !== -1) moves.goTo(parent)
  }

  /** Tab leads to a row without selecting it; this does, unless it is part of a name that is typed. */
  function selectBySpace(event: KeyboardEvent, index: number): boolean {
    if (event.key !== ' ') return false
    moves.goTo(index)
    return true
  }

  return (event) => {
    // Shift stays, for on many keyboards "*" can't be typed without it.
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.shiftKey && event.key.length > 1) return
    if (press(event)) event.preventDefault()
  }
}

/** Letters typed within this time are one word. Milliseconds. */
const pause = 800

/** Goes to the next row whose name begins as typed; the same letter again goes to the next of these. */
function useTypeAhead(rows: TreeRows, moves: TreeMoves): (event: KeyboardEvent, index: number) => boolean {
  let typed = ''
  let last = -Infinity

  return (event, index) => {
    if (event.key.length !== 1) return false
    if (event.timeStamp - last > pause) typed = ''
    if (event.key === ' ' && typed === '') return false
    last = event.timeStamp
    typed += folded(event.key)
    const letter = typed.charAt(0)
    const isOneLetter = typed === letter.repeat(typed.length)
    const wanted = isOneLetter ? letter : typed
    const count = rows.count.value
    for (let step = isOneLetter ? 1 : 0; step <= count; step += 1) {
      const there = (index + step) % count
      if (!nameOf(rows.at(there)).startsWith(wanted)) continue
      moves.goTo(there)
      return true
    }
    return false
  }
}

function nameOf(row: TreeRow | null): string {
  return folded(row?.checkpoint?.name ?? text.now)
}
