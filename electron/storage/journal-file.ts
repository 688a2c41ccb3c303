import { closeSync, fsyncSync, openSync, mkdirSync, writeFileSync } from 'node:fs'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { type JournalEntry, type LeftBehind, leftBehindOf } from '../core/journal-entry.ts'
import type { Clock, Journal, Log } from '../core/ports.ts'
import { memoryJournal } from './memory-journal.ts'
import { entriesLeft } from './entries-left.ts'
import { lineOfEntry } from './journal-line.ts'
import { giveSignsOfLife } from './sign-of-life.ts'

/**
 * One line of JSON a step, each on the disk before the next thing happens. Every start writes a file of its own, to
 * which it takes over what ended starts left behind; so two starts at a time never write to one file. Where nothing
 * can be written it works in memory, and the log says so.
 */
export function openJournalFile(folder: string, clock: Clock, log: Log): Journal {
  try {
    // It holds names of virtual machines and folders.
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const left = entriesLeft(folder, clock, log)
    const leftBehind = leftBehindOf(left.entries)
    const path = join(folder, `operations-${String(process.pid)}.jsonl`)
    writeAtOnce(path, leftBehind.flatMap(entriesOf))
    left.removeFiles()
    return { leftBehind, isWhole: left.isWhole, ...appending(path, clock, log) }
  } catch (error) {
    log.warn('operations are not kept on the disk', { error: String(error) })
    return { ...memoryJournal, isKept: () => false }
  }
}

/** Only what has no outcome is worth keeping. */
function entriesOf({ intent, before }: LeftBehind): readonly JournalEntry[] {
  return before === null ? [intent] : [intent, { step: 'sent', id: intent.id, before }]
}

function writeAtOnce(path: string, entries: readonly JournalEntry[]): void {
  const file = openSync(path, 'w')
  try {
    // Unlike writeSync it writes all of it, or throws.
    writeFileSync(file, entries.map(lineOfEntry).join(''))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function appending(path: string, clock: Clock, log: Log): Pick<Journal, 'append' | 'isKept' | 'close'> {
  let file: FileHandle | null = null
  let isBroken = false
  let isClosed = false
  let last: Promise<void> = Promise.resolve()
  const stopSigns = giveSignsOfLife(path, clock)

  async function write(entry: JournalEntry): Promise<void> {
    if (isBroken) return
    try {
      file ??= await open(path, 'a')
      await file.appendFile(lineOfEntry(entry))
      await file.sync()
    } catch (error) {
      isBroken = true
      log.warn('operations are no longer kept on the disk', { error: String(error) })
      // A journal that lacks a step would tell the next start that nothing was sent.
      await rm(path, { force: true }).catch(() => undefined)
      await file?.close().catch(() => undefined)
      file = null
    }
  }

  return {
    append: (entry) => (isClosed ? never() : (last = last.then(() => write(entry)))),
    isKept: () => !isBroken,
    close: async () => {
      isClosed = true
      stopSigns()
      await last
      await file?.close()
    },
  }
}

function never(): Promise<void> {
  return new Promise(() => undefined)
}
