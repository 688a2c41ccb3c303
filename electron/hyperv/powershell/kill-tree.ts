import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** Ends a process and all that it started. Settles when they are gone, with false where one would not go; never rejects. */
export async function killTree(pid: number): Promise<boolean> {
  if (process.platform === 'win32') return (await killWithTaskkill(pid)) && areGone([pid])
  // Read before the first one is killed: a child whose parent is gone can't be recognised any more.
  const tree = [pid, ...(await descendantsOf(pid))]
  for (const each of tree) {
    try {
      process.kill(each, 'SIGKILL')
    } catch {
      // It is gone already.
    }
  }
  return areGone(tree)
}

const milliseconds = 20
const mostLooks = 250

/** A process that is told to end takes its time: until its last request to the system is through. */
async function areGone(tree: readonly number[]): Promise<boolean> {
  for (let look = 0; look < mostLooks; look += 1) {
    const running = await Promise.all(tree.map(isRunning))
    if (!running.includes(true)) return true
    await setTimeout(milliseconds)
  }
  return false
}

async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process runs as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  // One that has ended and that its parent has not looked at yet answers as well.
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '')
  return !stat.includes(') Z ')
}

/** It answers with 0 when all were ended, and with 128 when there was no such process. */
function killWithTaskkill(pid: number): Promise<boolean> {
  const file = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe')
  return new Promise((resolve) => {
    execFile(file, ['/PID', String(pid), '/T', '/F'], { windowsHide: true }, (error) => {
      resolve(error === null || error.code === 128)
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
