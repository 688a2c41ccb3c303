import type { AppSettings } from '#contract/app-settings'
import type { SettingsStore } from '../core/ports.ts'
import { openJsonFile } from './json-file.ts'

/** What the user has set, in a file of its own. */
export function openSettingsFile(folder: string): SettingsStore {
  return openJsonFile<AppSettings>(folder, 'settings')
}
