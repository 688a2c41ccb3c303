import { type JournalEntry, leftBehindOf } from '../../electron/core/journal-entry.ts'
import type { Journal } from '../../electron/core/ports.ts'

/** Holds what a journal on the disk would; nothing that comes after its end is in it. */
export function createJournalOfTest(
  earlier: readonly JournalEntry[],
): Journal & { readonly entries: readonly JournalEntry[] } {
  const entries = [...earlier]
  let isClosed = false
  return {
    entries,
    leftBehind: leftBehindOf(earlier),
    append: (entry) => {
      if (isClosed) return new Promise(() => undefined)
      entries.push(entry)
      return Promise.resolve()
    },
    isKept: () => true,
    isWhole: true,
    close: () => {
      isClosed = true
      return Promise.resolve()
    },
  }
}
