import { sentence, strong } from '../sentence.ts'
import { useNotices } from '../stores/notices.ts'
import { useSelection } from '../stores/selection.ts'
import type { Offer } from './command.ts'

/** A key or a double click shows no reason beside it, as a greyed line does: what can't be done then says why in a notice. */
export function runOrTell({ id, label, reason, run }: Offer, target: string): void {
  if (reason === null) {
    run()
    return
  }
  useNotices().add({
    id: `refused ${id}`,
    severity: 'warning',
    vmId: useSelection().vmId,
    title: sentence`${strong(target)}: ${label}`,
    message: reason,
    detail: null,
  })
}
