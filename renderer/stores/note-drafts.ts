import { defineStore } from 'pinia'
import { shallowReactive, watch } from 'vue'
import { failureOf } from '#contract/errors'
import type { Checkpoint, CheckpointId, OperationId } from '#contract/model'
import { checkpointNotesProblem } from '#contract/names'
import { text } from '../text.ts'
import { useOperations } from './operations.ts'

/** Notes that are being written, until Hyper-V has them. */
export interface NoteDraft {
  /** The notes as they were when writing began. */
  readonly before: string
  readonly typed: string
  /** Why the last try to keep them failed. */
  readonly problem: string | null
  /** `sent`: on its way to be accepted; an Id while the operation runs. */
  readonly progress: 'typing' | 'sent' | OperationId
}

/** Kept apart from the window's parts, so that what was typed is still there when somebody comes back to it. */
export const useNoteDrafts = defineStore('note-drafts', () => {
  const operations = useOperations()
  const drafts = shallowReactive(new Map<CheckpointId, NoteDraft>())

  function begin({ id, notes }: Checkpoint): void {
    drafts.set(id, { before: notes, typed: notes, problem: null, progress: 'typing' })
  }

  function type(id: CheckpointId, typed: string): void {
    const draft = drafts.get(id)
    if (draft?.progress === 'typing')
      drafts.set(id, { ...draft, typed, problem: checkpointNotesProblem(typed) })
  }

  function drop(id: CheckpointId): void {
    if (drafts.get(id)?.progress === 'typing') drafts.delete(id)
  }

  async function keep({ id, vmId, notes }: Checkpoint): Promise<void> {
    const draft = drafts.get(id)
    if (draft?.progress !== 'typing' || checkpointNotesProblem(draft.typed) !== null) return
    if (draft.typed === notes) {
      drafts.delete(id)
      return
    }
    drafts.set(id, { ...draft, problem: null, progress: 'sent' })
    try {
      const operation = await operations.send('checkpoint.changeNotes', {
        vmId,
        checkpointId: id,
        notes: draft.typed,
      })
      drafts.set(id, { ...draft, problem: null, progress: operation.id })
    } catch (error) {
      drafts.set(id, { ...draft, problem: failureOf(error).message, progress: 'typing' })
    }
  }

  /** Only what Hyper-V has is let go; what it refused after all is there to be tried again. */
  function followOperations(): void {
    for (const [id, draft] of drafts) {
      if (draft.progress === 'typing' || draft.progress === 'sent') continue
      const operation = operations.byId.get(draft.progress)
      if (operation?.state === 'done') drafts.delete(id)
      else if (operation === undefined || operation.state === 'failed' || operation.state === 'unknown')
        drafts.set(id, {
          ...draft,
          problem: operation?.error?.message ?? text.operation.unknown,
          progress: 'typing',
        })
    }
  }
  watch([drafts, operations.byId], followOperations)

  return { of: (id: CheckpointId): NoteDraft | null => drafts.get(id) ?? null, begin, type, drop, keep }
})
