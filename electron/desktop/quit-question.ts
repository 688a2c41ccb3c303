import type { MessageBoxOptions } from 'electron'
import type { Operation } from '#contract/model'
import { doingWords, operationWords, percentWords } from '#contract/operation-words'
import { trayName } from '#contract/tray-name'

/** More lines would make a message that nobody reads, and that a small screen can't show. */
const mostLines = 6

export const quitButtons = ['Quit When Done', 'Quit Now', 'Don’t Quit'] as const

/** What is asked of somebody who quits while these are under way. */
export function quitQuestion(operations: readonly Operation[]): MessageBoxOptions {
  const lines = operations.slice(0, mostLines).map(lineOf)
  const more = operations.length - lines.length
  return {
    type: 'question',
    title: 'Savepoint',
    message:
      operations.length === 1
        ? 'One operation is not finished.'
        : `${String(operations.length)} operations are not finished.`,
    detail: [
      [...lines, ...(more > 0 ? [`and ${String(more)} more`] : [])].join('\n'),
      'Quit When Done: Savepoint stays in the tray until they have ended, and quits then. It does not where one fails, or where you open it again.',
      [
        'Quit Now: what Hyper-V works on goes on, and the next start finds how it ended.',
        ...lost(operations),
      ].join(' '),
      ...cancellable(operations),
    ].join('\n\n'),
    buttons: [...quitButtons],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  }
}

/** What will not happen if the app ends now. */
function lost(operations: readonly Operation[]): readonly string[] {
  const notSent = operations.filter(({ state }) => state === 'waiting' || state === 'queued')
  const isKeeping = operations.some(({ isKeepingCurrent }) => isKeepingCurrent)
  return [
    ...(notSent.length === 0 ? [] : ['What has not begun is not sent.']),
    ...(isKeeping ? ['Where the current state is being kept first, the rest is not sent either.'] : []),
  ]
}

/** Hyper-V lets an export be cancelled, and nothing else that it works on here. */
function cancellable(operations: readonly Operation[]): readonly string[] {
  const isExporting = operations.some(
    ({ kind, state }) => kind === 'export-checkpoint' && state === 'running',
  )
  return isExporting ? ['Don’t Quit: an export can be cancelled in the window, by its machine’s menu.'] : []
}

function lineOf(operation: Operation): string {
  return `${trayName(operation.vmName)}: ${whatOf(operation)}`
}

function whatOf(operation: Operation): string {
  const { kind, state, percent } = operation
  if (state === 'waiting') return operationWords[kind].undoable
  if (state === 'queued') return operationWords[kind].waiting
  return doingWords(operation) + (percent === null ? '' : percentWords(percent))
}
