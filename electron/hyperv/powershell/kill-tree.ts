import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Ends a process and all that it started. Settles when they were told to; never rejects. */
export async function killTree(pid: number): Promise<void> {
  if (process.platform === 'win32') return killWithTaskkill(pid)
  // Read before the first one is killed: a child whose parent is gone can't be recognised any more.
  const tree = [pid, ...(await descendantsOf(pid))]
  for (const each of tree) {
    try {
      process.kill(each, 'SIGKILL')
    } catch {
      // It is gone already.
    }
  }
}

function killWithTaskkill(pid: number): Promise<void> {
  const file = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe')
  return new Promise((resolve) => {
    execFile(file, ['/PID', String(pid), '/T', '/F'], { windowsHide: true }, () => {
      resolve()
    })
  })
}

async function descendantsOf(pid: number): Promise<readonly number[]> {
  const parents = await parentsByProcess()
  const found = new Set([pid])
  // A set can grow while it is walked, so children of children are found as well.
  for (const parent of found) {
    for (const [child, itsParent] of parents) if (itsParent === parent) found.add(child)
  }
  found.delete(pid)
  return [...found]
}

/** Empty where there is no /proc; then the process alone is ended. */
async function parentsByProcess(): Promise<ReadonlyMap<number, number>> {
  const entries = await readdir('/proc').catch(() => [])
  const processes = entries.filter((entry) => /^\d+$/.test(entry))
  const pairs = await Promise.all(
    processes.map(async (entry) => [Number(entry), await parentOf(entry)] as const),
  )
  return new Map(pairs)
}

async function parentOf(entry: string): Promise<number> {
  const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '')
  // The name of the program stands in brackets and may hold spaces and brackets; state and parent follow it.
  const [, , parent] = stat.slice(stat.lastIndexOf(')')).split(' ')
  return Number(parent ?? 0)
}
