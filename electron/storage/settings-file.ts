import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import type { AppSettings } from '#contract/app-settings'
import type { SettingsStore } from '../core/ports.ts'

/** The settings in a file of their own, written whole or not at all. A broken file is set aside under another name. */
export function openSettingsFile(folder: string): SettingsStore {
  const path = join(folder, 'settings.json')
  let wasBroken = false
  let file = opened(folder)
  if (file === null && existsSync(path)) {
    wasBroken = true
    setAside(path)
    file = opened(folder)
  }
  return {
    load: () => ({ values: file?.store ?? {}, wasBroken }),
    save: (settings) => {
      try {
        file ??= opened(folder)
        if (file === null) return false
        file.store = settings
        return true
      } catch {
        return false
      }
    },
  }
}

type SettingsFile = Conf<AppSettings>

/** Null where there is a file that can't be read, or its folder can't be made. */
function opened(folder: string): SettingsFile | null {
  try {
    // Whoever broke the file may want to look at it, so it is not to be cleared.
    return new Conf<AppSettings>({ cwd: folder, configName: 'settings', clearInvalidConfig: false })
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
