import type { CheckpointRecord } from './checkpoint-record.ts'
import { assertNever } from './errors.ts'
import type { CheckpointId, Operation } from './model.ts'
import { oneLine } from './one-line.ts'
import { notificationText } from './operation-notification-text.ts'
import type { TrayAction } from './tray-entry.ts'
import { trayName } from './tray-name.ts'

/** No zod in here: the window runs this file. */

/** What is told of an operation that began in the tray, by a key or by the command line, when it ended. */
export interface OperationNotification {
  readonly title: string
  readonly body: string
  readonly buttons: readonly { readonly label: string; readonly action: TrayAction }[]
  /** What a click on it does. */
  readonly click: TrayAction
}

/** Pure; null where there is nothing to tell: it has not ended, or somebody took it back. */
export function notificationOf(
  operation: Operation,
  record: CheckpointRecord | null,
): OperationNotification | null {
  const { kind, state, error } = operation
  const vm = trayName(operation.vmName)
  switch (state) {
    case 'waiting':
    case 'queued':
    case 'running':
    case 'merging':
    case 'undone':
      return null
    case 'done':
      return told(
        operation,
        notificationText.done(kind, vm),
        doneBody(operation, record),
        doneButtons(operation),
      )
    case 'failed':
      return told(
        operation,
        error?.code === 'cancelled'
          ? notificationText.cancelled(kind, vm)
          : notificationText.failed(kind, vm),
        [error?.message ?? notificationText.noReason],
      )
    case 'unknown':
      return told(operation, notificationText.unknown(vm), [error?.message ?? notificationText.look])
    default:
      return assertNever(state)
  }
}

function told(
  { id, isRecovered }: Operation,
  title: string,
  body: readonly string[],
  buttons: OperationNotification['buttons'] = [],
): OperationNotification {
  return {
    title,
    body: [...body, ...(isRecovered ? [notificationText.recovered] : [])].join(' '),
    buttons,
    click: { do: 'show', request: { what: 'operation', operationId: id } },
  }
}

function doneBody({ checkpointName, remark }: Operation, record: CheckpointRecord | null): readonly string[] {
  const reason = oneLine(record?.reason ?? '')
  return [
    ...(checkpointName === null ? [] : [notificationText.named(trayName(checkpointName))]),
    ...(reason === '' || checkpointName?.includes(reason) === true ? [] : [`${trayName(reason)}.`]),
    ...(remark === null ? [] : [remark]),
  ]
}

/** Undo of a checkpoint that was just taken is to delete it; what "Now" is stays as it is. */
function doneButtons({ kind, vmId, checkpointId }: Operation): OperationNotification['buttons'] {
  if (kind !== 'create-checkpoint' || checkpointId === null) return []
  return [
    { label: notificationText.rename, action: renameAction(vmId, checkpointId) },
    { label: notificationText.undo, action: { do: 'delete', vmId, checkpointId } },
  ]
}

function renameAction(vmId: Operation['vmId'], checkpointId: CheckpointId): TrayAction {
  return { do: 'show', request: { what: 'rename-checkpoint', vmId, checkpointId } }
}
