import type { Operation } from './model.ts'
import { operationWords } from './operation-words.ts'

/** No zod in here: the window runs this file. */

export const notificationText = {
  done: (kind: Operation['kind'], vm: string) => `${vm}: ${operationWords[kind].done.toLowerCase()}`,
  failed: (kind: Operation['kind'], vm: string) => `${vm}: ${operationWords[kind].failed.toLowerCase()}`,
  cancelled: (kind: Operation['kind'], vm: string) =>
    `${vm}: ${operationWords[kind].doing.toLowerCase()} was cancelled`,
  unknown: (vm: string) => `${vm}: how this ended is not known`,
  named: (checkpoint: string) => `“${checkpoint}”.`,
  noReason: 'Hyper-V did not say why.',
  look: 'Open Savepoint and look at the list: it shows what is true now.',
  recovered: 'An earlier start of Savepoint had begun it.',
  rename: 'Rename…',
  undo: 'Undo',
} as const
