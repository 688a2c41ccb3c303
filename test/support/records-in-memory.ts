import type { CheckpointRecord } from '#contract/checkpoint-record'
import type { RecordsStore } from '../../electron/core/ports.ts'

/** Records that last as long as the test, over every start of the app that gets them. */
export function recordsInMemory(
  records: readonly unknown[] = [],
): RecordsStore & { readonly kept: () => readonly CheckpointRecord[] } {
  let kept = records
  return {
    load: () => ({ records: kept, trouble: null }),
    save: (now) => {
      kept = now
      return true
    },
    // Only what the app has saved is asked for, and that it has checked.
    kept: () => kept as readonly CheckpointRecord[],
  }
}
