import { type Failure, assertNever } from '#contract/errors'
import type { VmId } from '#contract/model'
import type { OperationNotification } from '#contract/operation-notification'
import { showWindow } from '#contract/show-window'
import type { TrayAction } from '#contract/tray-entry'

/** What is told where something was asked for in the tray and was not even begun: nobody is there to see it otherwise. */
export function trayRefusal(
  action: TrayAction,
  { message }: Pick<Failure, 'message'>,
): OperationNotification {
  return { title: titleOf(action), body: message, buttons: [], click: showWindow(vmOf(action)) }
}

/** Of a machine that the command line names and that can't be found, or not for certain. */
export function noMachine(problem: string): OperationNotification {
  return { title: noCheckpoint, body: problem, buttons: [], click: showWindow() }
}

const noCheckpoint = 'No checkpoint was taken'

function titleOf(action: TrayAction): string {
  switch (action.do) {
    case 'checkpoint':
      return noCheckpoint
    case 'delete':
      return 'The checkpoint was not deleted'
    case 'undo':
      return 'This was not undone'
    case 'show':
      return 'Savepoint’s window can’t be shown'
    case 'quit':
      return 'Savepoint was not quit'
    default:
      return assertNever(action)
  }
}

function vmOf(action: TrayAction): VmId | null {
  return 'vmId' in action ? action.vmId : null
}
