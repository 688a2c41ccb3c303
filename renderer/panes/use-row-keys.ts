import type { VmId } from '#contract/model'
import type { Manner } from './use-row-selection.ts'

export interface RowKeys {
  readonly count: () => number
  /** The row the keys go from. */
  readonly stop: () => number
  /** Rows that a page holds. */
  readonly page: () => number
  /** Moves the focus to the row, after it was acted on. */
  readonly go: (index: number, act: (id: VmId) => void) => void
  readonly pick: (id: VmId, manner: Manner) => void
  readonly walkTo: (id: VmId) => void
  readonly pickAll: () => void
}

/** The keys of a list of Windows: arrows select, with Shift they extend, with Ctrl they only walk, and Space selects. */
export function useRowKeys(keys: RowKeys): (event: KeyboardEvent) => void {
  function targetOf(key: string): number | null {
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: keys.stop() + 1,
      ArrowUp: keys.stop() - 1,
      Home: 0,
      End: keys.count() - 1,
      PageDown: keys.stop() + keys.page(),
      PageUp: keys.stop() - keys.page(),
    }
    return targets[key] ?? null
  }

  return (event) => {
    if (event.altKey || event.metaKey) return
    const target = targetOf(event.key)
    const isSpace = event.key === ' '
    const isAll = event.ctrlKey && !event.shiftKey && event.key.toLowerCase() === 'a'
    if (target === null && !isSpace && !isAll) return
    event.preventDefault()
    if (isAll) keys.pickAll()
    else if (target === null || event.shiftKey || !event.ctrlKey) {
      keys.go(target ?? keys.stop(), (id) => {
        keys.pick(id, event)
      })
    } else keys.go(target, keys.walkTo)
  }
}
