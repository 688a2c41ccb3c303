import { randomUUID } from 'node:crypto'
import { readFileSync, readdirSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import type { JournalEntry } from '../core/journal-entry.ts'
import type { Clock, Log } from '../core/ports.ts'
import { entryOfLine } from './journal-line.ts'
import { showsLife } from './sign-of-life.ts'

interface EntriesLeft {
  readonly entries: readonly JournalEntry[]
  /** Removes the files that the entries are from. */
  readonly removeFiles: () => void
}

/** What the journals of ended starts hold; that of a start which still runs is its own affair. */
export function entriesLeft(folder: string, clock: Clock, log: Log): EntriesLeft {
  const paths = readdirSync(folder)
    .filter((name) => isLeft(folder, name, clock))
    .flatMap((name) => claimed(folder, name, clock, log))
  return {
    entries: paths.flatMap((path) => entriesIn(path, folder, log)),
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

function entriesIn(path: string, folder: string, log: Log): readonly JournalEntry[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  const entries = lines.flatMap((line) => entryOfLine(line) ?? [])
  const broken = lines.length - entries.length
  if (broken === 0) return entries
  log.warn('lines of the journal can’t be read', { lines: broken, of: lines.length })
  // Where nothing can be read, it is worth a look by whoever wants to know why.
  if (entries.length === 0) renameSync(path, join(folder, 'operations.broken'))
  return entries
}
