import type { WindowRequest } from '#contract/desktop'
import { useSelection } from '../stores/selection.ts'

/** Shows what the tray, a notification or a second start asked this window for. */
export function answerWindowRequest(request: WindowRequest): void {
  if ('vmId' in request && request.vmId !== null) useSelection().selectVm(request.vmId)
}
