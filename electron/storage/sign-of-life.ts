import { statSync, utimesSync } from 'node:fs'
import type { Clock } from '../core/ports.ts'

const every = 30_000
/** Milliseconds. Whoever is so late with its sign does not run. */
const longestSilence = 120_000

/** Touches the file again and again for as long as this process lives, or until the function returned is called. */
export function giveSignsOfLife(path: string, clock: Clock): () => void {
  let stop = next()

  function next(): () => void {
    return clock.after(every, () => {
      touch(path, new Date(clock.now()))
      stop = next()
    })
  }
  return () => {
    stop()
  }
}

function touch(path: string, now: Date): void {
  try {
    utimesSync(path, now, now)
  } catch {
    // A file that is gone needs no sign.
  }
}

/**
 * Whether the process that writes this file still runs. Its number alone proves nothing: the system gives it to another
 * process later, above all after the computer was started again.
 */
export function showsLife(path: string, pid: number, clock: Clock): boolean {
  const file = statSync(path, { throwIfNoEntry: false })
  return file !== undefined && isRunning(pid) && clock.now() - file.mtimeMs < longestSilence
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
