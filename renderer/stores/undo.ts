import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { OperationId } from '#contract/model'
import { useOperations } from './operations.ts'
import { noteTold, wasTold } from './told.ts'

/** What can be taken back at this moment, and was not put away. */
export const useUndo = defineStore('undo', () => {
  const operations = useOperations()
  const putAway = shallowRef<ReadonlySet<OperationId>>(new Set())

  /** Where a dialog offers it beside each of many, it would be told twice. */
  const isInDialog = ref(false)

  /** Oldest first. */
  const offered = computed(() =>
    isInDialog.value
      ? []
      : operations.undoable.filter(({ id }) => !putAway.value.has(id) && !wasTold(wordOf(id))),
  )

  /** It can be taken back still, but is not offered any more, here and after the page is loaded again. */
  function dismiss(id: OperationId): void {
    noteTold(wordOf(id))
    putAway.value = new Set(putAway.value).add(id)
  }

  return { offered, isInDialog, dismiss }
})

function wordOf(id: OperationId): string {
  return `undo of ${id}`
}
