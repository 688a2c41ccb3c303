import { failureOf } from '#contract/errors'
import { sentence, strong } from '../sentence.ts'
import { useNotices } from '../stores/notices.ts'
import { useOperations, type Undoable } from '../stores/operations.ts'
import { useUndo } from '../stores/undo.ts'
import { text } from '../text.ts'
import { always } from './always.ts'
import { key } from './key.ts'
import { once } from './once.ts'

/** Takes back what was asked for; why that was refused is shown as a notice, since what offered it may be gone by then. */
export async function undo({ id, vmId, vmName }: Undoable): Promise<void> {
  await once(`undo ${id}`, async () => {
    try {
      await useOperations().send('operation.undo', { operationId: id })
    } catch (error) {
      const { message, detail } = failureOf(error)
      const title = sentence`${strong(vmName)}: ${text.undo.undo}`
      useNotices().add({ id: `undo ${id}`, severity: 'error', vmId, title, message, detail: detail ?? null })
    }
  })
}

/**
 * What is not sent yet is taken back at once, since nothing is lost by that. What goes back loses what was done since, so
 * that the key alone only leads to the button that says so.
 */
export const undoOffer = always('undo', text.undo.undo, 'revert', [key('Ctrl+Z')], async () => {
  const latest = useUndo().offered.at(-1)
  if (latest?.undo.by === 'not-sending') await undo(latest)
  else if (latest !== undefined) document.getElementById(undoButtonId(latest))?.focus()
})

export function undoButtonId({ id }: Undoable): string {
  return `undo-${id}`
}
