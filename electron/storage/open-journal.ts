import type { Clock, HyperVHost, Journal, Log } from '../core/ports.ts'
import { dataFolder } from './data-folder.ts'
import { openJournalFile } from './journal-file.ts'
import { memoryJournal } from './memory-journal.ts'

/** The demo host ends with the app, so nothing of it is to be found again. Which host it is may show only later. */
export function openJournal(
  isDemo: boolean,
  hostKind: () => HyperVHost['kind'],
  clock: Clock,
  log: Log,
): Journal {
  if (isDemo) return memoryJournal
  const file = openJournalFile(dataFolder(process.env, process.platform), clock, log)
  return { ...file, append: (entry) => (hostKind() === 'demo' ? Promise.resolve() : file.append(entry)) }
}
