import type { WindowRequest } from '#contract/desktop'
import { assertNever, failureOf, type Failure } from '#contract/errors'
import { seenOfTaken } from '#contract/seen-of'
import type { TrayAction } from '#contract/tray-entry'
import { trayText } from '#contract/tray-text'
import { call, isDesktop } from '../bridge.ts'
import { once } from '../commands/once.ts'
import { tellRefused } from '../commands/request.ts'
import { sentence } from '../sentence.ts'
import { useNotices, type Notice } from '../stores/notices.ts'
import { useOperations } from '../stores/operations.ts'
import { useSession } from '../stores/session.ts'
import { useVms } from '../stores/vms.ts'
import { text } from '../text.ts'
import { useTaken } from './taken.ts'

/** Does what a line of the menu or a button here is for; why that was refused is said in place. */
export async function doTrayAction(action: TrayAction): Promise<void> {
  await once(JSON.stringify(action), async () => {
    try {
      await start(action)
    } catch (error) {
      tellFailure(action, failureOf(error))
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
      const seen = { session: await useSession().current(), ...seenOfTaken(checkpointId) }
      await useOperations().send('checkpoint.delete', { vmId, checkpointId, seen })
      return
    }
    case 'show':
      await showInWindow(action.request)
      return
    case 'quit':
      tell('quit', 'warning', { code: 'not-allowed', message: text.tray.quitInBrowser })
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

function tellFailure(action: TrayAction, failure: Failure): void {
  const vm = 'vmId' in action ? useVms().byId.get(action.vmId) : undefined
  if (vm === undefined) tell(action.do, 'error', failure)
  else tellRefused(action.do === 'delete' ? 'delete-checkpoint' : 'create-checkpoint', vm, failure)
}

function tell(id: string, severity: Notice['severity'], { message, detail }: Failure): void {
  const title = sentence`${trayText.product}`
  useNotices().add({ id, severity, vmId: null, title, message, detail: detail ?? null })
}
