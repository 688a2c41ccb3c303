import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { FileTrouble } from '../core/ports.ts'
import { writeWhole } from './write-whole.ts'

interface JsonFile<T> {
  /** Nothing where nothing was kept, or what was kept could not be read. */
  readonly load: () => { readonly values: Values; readonly trouble: FileTrouble | null }
  /** Answers whether it could be kept. */
  readonly save: (values: T) => boolean
}

type Values = Readonly<Record<string, unknown>>

/** How the files are written. Goes up where an app that knows only the one before would lose something of them. */
const format = 1

/**
 * One object in a file of its own, written whole or not at all. A broken file is set aside under another name. One that
 * a newer app wrote is read as far as it is understood, and never written.
 */
export function openJsonFile<T extends Values>(folder: string, name: string): JsonFile<T> {
  const path = join(folder, `${name}.json`)
  const { trouble, ...read } = readObject(path)
  let { values } = read
  return {
    load: () => ({ values, trouble }),
    save: (next) => {
      if (trouble === 'newer' || trouble === 'unread') return false
      try {
        writeWhole(path, `${JSON.stringify({ ...next, format }, undefined, '\t')}\n`)
        values = next
        return true
      } catch {
        return false
      }
    },
  }
}

function readObject(path: string): ReturnType<JsonFile<never>['load']> {
  if (!existsSync(path)) return { values: {}, trouble: null }
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return { values: {}, trouble: 'unread' }
  }
  const values = objectOf(text)
  if (values === null) return { values: {}, trouble: setAside(path) ? 'broken' : 'unread' }
  const { format: written, ...others } = values
  return { values: others, trouble: typeof written === 'number' && written > format ? 'newer' : null }
}

/** Null for what a power failure leaves of one: nothing, its beginning alone, zeros. */
function objectOf(text: string): Values | null {
  try {
    const read: unknown = JSON.parse(text)
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read)
    return isObject ? { ...read } : null
  } catch {
    return null
  }
}

/** Whoever wants to know what was in it finds it there. Answers whether it is out of the way. */
function setAside(path: string): boolean {
  try {
    renameSync(path, `${path}.broken`)
    return true
  } catch {
    return false
  }
}
