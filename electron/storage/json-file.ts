import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'

interface JsonFile<T> {
  /** Nothing where nothing was kept, or what was kept could not be read; that is set aside then. */
  readonly load: () => { readonly values: Readonly<Record<string, unknown>>; readonly wasBroken: boolean }
  /** Answers whether it could be kept. */
  readonly save: (values: T) => boolean
}

/** One object in a file of its own, written whole or not at all. A broken file is set aside under another name. */
export function openJsonFile<T extends Record<string, unknown>>(folder: string, name: string): JsonFile<T> {
  const path = join(folder, `${name}.json`)
  let wasBroken = false
  let file = opened<T>(folder, name)
  if (file === null && existsSync(path)) {
    wasBroken = true
    setAside(path)
    file = opened<T>(folder, name)
  }
  return {
    load: () => ({ values: file?.store ?? {}, wasBroken }),
    save: (values) => {
      try {
        file ??= opened<T>(folder, name)
        if (file === null) return false
        file.store = values
        return true
      } catch {
        return false
      }
    },
  }
}

/** Null where there is a file that can't be read, or its folder can't be made. */
function opened<T extends Record<string, unknown>>(folder: string, name: string): Conf<T> | null {
  try {
    // Whoever broke the file may want to look at it, so it is not to be cleared.
    return new Conf<T>({ cwd: folder, configName: name, clearInvalidConfig: false })
  } catch {
    return null
  }
}

function setAside(path: string): void {
  try {
    renameSync(path, `${path}.broken`)
  } catch {
    // It stays where it is, and nothing is written over it.
  }
}
