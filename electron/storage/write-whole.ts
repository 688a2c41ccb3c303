import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a file whole, or leaves it as it was and throws: all of the new one is on the disk before it takes the place of
 * the old one, so neither a disk that gets full in the middle nor a power failure costs what was kept.
 */
export function writeWhole(path: string, text: string): void {
  // They hold names of virtual machines and folders.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const next = `${path}.${String(process.pid)}.new`
  try {
    writeThrough(next, text)
    takePlace(next, path)
  } catch (error) {
    rmSync(next, { force: true })
    throw error
  }
}

function writeThrough(path: string, text: string): void {
  const file = openSync(path, 'w', 0o600)
  try {
    // Unlike writeSync it goes on where the disk took only a part, until there is no more room.
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

const mostTries = 5
/** Milliseconds. */
const pause = 40

/** On Windows whoever looks at the old one keeps it from being replaced, such as a virus protection for a moment. */
function takePlace(next: string, path: string, tries = 1): void {
  try {
    renameSync(next, path)
  } catch (error) {
    if (tries === mostTries || !isHeld(error)) throw error
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
    takePlace(next, path, tries + 1)
  }
}

function isHeld(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['EPERM', 'EACCES', 'EBUSY'].includes(String(error.code))
  )
}
