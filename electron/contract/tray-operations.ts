import type { Operation } from './model.ts'
import { doingWords, operationWords, percentWords } from './operation-words.ts'
import { showWindow } from './show-window.ts'
import type { TrayEntry } from './tray-entry.ts'
import { trayName } from './tray-name.ts'
import { trayText } from './tray-text.ts'

/** No zod in here: the window runs this file. */

const most = 4

/** What is under way, oldest first; what is not sent yet can be taken back with one click. */
export function trayOperations(operations: readonly Operation[]): readonly TrayEntry[] {
  const underWay = operations.filter(isUnderWay)
  const left = underWay.length - most
  return [
    ...underWay.slice(0, most).map((each) => (each.state === 'waiting' ? undoEntry(each) : workEntry(each))),
    ...(left > 0 ? [moreEntry] : []),
  ]
}

/** Asked for, and Hyper-V or its turn is waited for. */
export function isWork({ state }: Operation): boolean {
  return state === 'queued' || state === 'running' || state === 'merging'
}

/** What is being done to which machine, and how far it is. */
export function workWords(operation: Operation): string {
  const { kind, vmName, percent } = operation
  const words = operation.state === 'queued' ? operationWords[kind].waiting : doingWords(operation)
  return `${trayName(vmName)}: ${words}${percent === null ? '' : percentWords(percent)}`
}

function isUnderWay(operation: Operation): boolean {
  return operation.state === 'waiting' || isWork(operation)
}

function workEntry(operation: Operation): TrayEntry {
  return {
    kind: 'action',
    id: `operation ${operation.id}`,
    label: workWords(operation),
    refusal: null,
    action: { do: 'show', request: { what: 'operation', operationId: operation.id } },
  }
}

function undoEntry({ id, vmName, checkpointName }: Operation): TrayEntry {
  const what = trayText.deletion(trayName(checkpointName ?? ''), trayName(vmName))
  return {
    kind: 'action',
    id: `undo ${id}`,
    label: trayText.undo(what),
    refusal: null,
    action: { do: 'undo', operationId: id },
  }
}

const moreEntry: TrayEntry = {
  kind: 'action',
  id: 'more operations',
  label: trayText.more,
  refusal: null,
  action: showWindow(),
}
