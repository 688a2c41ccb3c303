import { closeSync, fsyncSync, openSync, mkdirSync, writeSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { type JournalEntry, type LeftBehind, leftBehindOf } from '../core/journal-entry.ts'
import type { Journal, Log } from '../core/ports.ts'
import { memoryJournal } from './memory-journal.ts'
import { entriesLeft } from './entries-left.ts'
import { lineOfEntry } from './journal-line.ts'

/**
 * One line of JSON a step, each on the disk before the next thing happens. Every start writes a file of its own, to
 * which it takes over what ended starts left behind; so two starts at a time never write to one file. Where nothing
 * can be written it works in memory, and the log says so.
 */
export function openJournalFile(folder: string, log: Log): Journal {
  try {
    mkdirSync(folder, { recursive: true })
    const left = entriesLeft(folder, log)
    const leftBehind = leftBehindOf(left.entries)
    const path = join(folder, `operations-${String(process.pid)}.jsonl`)
    writeAtOnce(path, leftBehind.flatMap(entriesOf))
    left.removeFiles(path)
    return { leftBehind, ...appending(path, log) }
  } catch (error) {
    log.warn('operations are not kept on the disk', { error: String(error) })
    return memoryJournal
  }
}

/** Only what has no outcome is worth keeping. */
function entriesOf({ intent, before }: LeftBehind): readonly JournalEntry[] {
  return before === null ? [intent] : [intent, { step: 'sent', id: intent.id, before }]
}

function writeAtOnce(path: string, entries: readonly JournalEntry[]): void {
  const file = openSync(path, 'w')
  try {
    writeSync(file, entries.map(lineOfEntry).join(''))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function appending(path: string, log: Log): Pick<Journal, 'append' | 'close'> {
  let file: FileHandle | null = null
  let isOver = false
  let last: Promise<void> = Promise.resolve()

  async function write(entry: JournalEntry): Promise<void> {
    if (isOver) return
    try {
      file ??= await open(path, 'a')
      await file.appendFile(lineOfEntry(entry))
      await file.sync()
    } catch (error) {
      isOver = true
      log.warn('operations are no longer kept on the disk', { error: String(error) })
    }
  }

  return {
    append: (entry) => (last = last.then(() => write(entry))),
    close: async () => {
      await last
      isOver = true
      await file?.close()
    },
  }
}
