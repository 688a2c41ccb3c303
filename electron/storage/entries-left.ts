import { readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { JournalEntry } from '../core/journal-entry.ts'
import type { Log } from '../core/ports.ts'
import { entryOfLine } from './journal-line.ts'

interface EntriesLeft {
  readonly entries: readonly JournalEntry[]
  /** Removes the files that the entries are from, but for the one named. */
  readonly removeFiles: (butFor: string) => void
}

/** What the journals of ended starts hold; that of a start which still runs is its own affair. */
export function entriesLeft(folder: string, log: Log): EntriesLeft {
  const paths = readdirSync(folder)
    .filter(isLeft)
    .map((name) => join(folder, name))
  return {
    entries: paths.flatMap((path) => entriesIn(path, log)),
    removeFiles: (butFor) => {
      for (const path of paths) if (path !== butFor) rmSync(path, { force: true })
    },
  }
}

function isLeft(name: string): boolean {
  const pid = /^operations-(\d+)\.jsonl$/.exec(name)?.[1]
  return pid !== undefined && (Number(pid) === process.pid || !isRunning(Number(pid)))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process runs as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function entriesIn(path: string, log: Log): readonly JournalEntry[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  const entries = lines.flatMap((line) => entryOfLine(line) ?? [])
  const broken = lines.length - entries.length
  if (broken === 0) return entries
  log.warn('lines of the journal can’t be read', { lines: broken, of: lines.length })
  // Where hardly anything can be read, it is worth a look by whoever wants to know why.
  if (entries.length === 0) renameSync(path, `${path}.broken`)
  return entries
}
