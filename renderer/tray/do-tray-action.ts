import type { WindowRequest } from '#contract/desktop'
import { assertNever, failureOf } from '#contract/errors'
import type { TrayAction } from '#contract/tray-entry'
import { trayText } from '#contract/tray-text'
import { call, isDesktop } from '../bridge.ts'
import { once } from '../commands/once.ts'
import { sentence } from '../sentence.ts'
import { useNotices } from '../stores/notices.ts'
import { useOperations } from '../stores/operations.ts'
import { text } from '../text.ts'
import { useTaken } from './taken.ts'

/** Does what a line of the menu or a button here is for; why that was refused is said in place. */
export async function doTrayAction(action: TrayAction): Promise<void> {
  await once(JSON.stringify(action), async () => {
    try {
      await start(action)
    } catch (error) {
      const { message, detail } = failureOf(error)
      tell(action.do, message, detail)
    }
  })
}

async function start(action: TrayAction): Promise<void> {
  switch (action.do) {
    case 'checkpoint':
      await useTaken().take(action.vmId, action.reason)
      return
    case 'undo':
      await useOperations().send('operation.undo', { operationId: action.operationId })
      return
    case 'delete': {
      const { vmId, checkpointId } = action
      await useOperations().send('checkpoint.delete', { vmId, checkpointId })
      return
    }
    case 'show':
      await showInWindow(action.request)
      return
    case 'quit':
      tell('quit', text.tray.quitInBrowser)
      return
    default:
      assertNever(action)
  }
}

/** In a browser there is no window to bring to the front: this page becomes it, or another page is told what to show. */
async function showInWindow(request: WindowRequest): Promise<void> {
  if (!isDesktop() && request.what === 'window' && request.vmId === null) {
    location.assign('./')
    return
  }
  await call('window.show', request)
  if (!isDesktop()) useNotices().announce(text.tray.shown)
}

function tell(id: string, message: string, detail?: string): void {
  const title = sentence`${trayText.product}`
  useNotices().add({ id, severity: 'error', vmId: null, title, message, detail: detail ?? null })
}
