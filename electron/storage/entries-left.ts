import { randomUUID } from 'node:crypto'
import { copyFileSync, readFileSync, readdirSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import type { JournalEntry } from '../core/journal-entry.ts'
import type { Clock, Log } from '../core/ports.ts'
import { entryOfLine } from './journal-line.ts'
import { showsLife } from './sign-of-life.ts'

interface EntriesLeft {
  readonly entries: readonly JournalEntry[]
  /** False where some of it could not be read; a copy of that file was set aside. */
  readonly isWhole: boolean
  /** Removes the files that the entries are from. */
  readonly removeFiles: () => void
}

/** What the journals of ended starts hold; that of a start which still runs is its own affair. */
export function entriesLeft(folder: string, clock: Clock, log: Log): EntriesLeft {
  const paths = readdirSync(folder)
    .filter((name) => isLeft(folder, name, clock))
    .flatMap((name) => claimed(folder, name, clock, log))
  const files = paths.map((path) => readEntries(path, folder, log))
  return {
    entries: files.flatMap(({ entries }) => entries),
    isWhole: files.every(({ isWhole }) => isWhole),
    removeFiles: () => {
      for (const path of paths) rmSync(path, { force: true })
    },
  }
}

/** A start that ended while it took over the files of others has left those as well, under a longer name. */
function isLeft(folder: string, name: string, clock: Clock): boolean {
  const pid = Number(/^operations-(\d+)(?:\.[\w-]+)?\.jsonl$/.exec(name)?.[1])
  if (Number.isNaN(pid)) return false
  return pid === process.pid || !showsLife(join(folder, name), pid, clock)
}

/** Of two starts at the same moment one alone gets the file, for it can be renamed but once. */
function claimed(folder: string, name: string, clock: Clock, log: Log): readonly string[] {
  const from = join(folder, name)
  const to = join(folder, `operations-${String(process.pid)}.${randomUUID()}.jsonl`)
  try {
    const now = new Date(clock.now())
    utimesSync(from, now, now)
    renameSync(from, to)
    return [to]
  } catch (error) {
    log.warn('a journal could not be taken over', { error: String(error) })
    return []
  }
}

function readEntries(path: string, folder: string, log: Log): Omit<EntriesLeft, 'removeFiles'> {
  const text = readFileSync(path, 'utf8')
  const lines = text.split('\n').filter((line) => line !== '')
  const entries = lines.flatMap((line) => entryOfLine(line) ?? [])
  const broken = lines.length - entries.length
  if (broken === 0) return { entries, isWhole: true }
  log.warn('lines of the journal can’t be read', { lines: broken, of: lines.length })
  // What is to be sent is whole on the disk before it is. So a last line that ends nowhere tells of nothing that was done.
  const isCutOff = entries.length > 0 && !text.endsWith('\n') && entryOfLine(lines.at(-1) ?? '') === null
  if (isCutOff && broken === 1) return { entries, isWhole: true }
  copyFileSync(path, join(folder, 'operations.broken'))
  return { entries, isWhole: false }
}
