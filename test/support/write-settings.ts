import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppSettings } from '#contract/app-settings'

/** What people have set before an app of a test starts. What an earlier start kept in that folder stays. */
export function writeSettings(folder: string, settings: Partial<AppSettings>): void {
  const file = join(folder, 'settings.json')
  mkdirSync(folder, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(settings))
}
