import { access } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { app } from 'electron'

/**
 * Whether the installer put the app here: it leaves the program that removes the app beside it, and the portable
 * program, the archive and the sources have none. Only then is the app in the same place the next time, and may change itself.
 */
export async function isInstalled(): Promise<boolean> {
  if (!app.isPackaged) return false
  try {
    await access(join(dirname(app.getPath('exe')), `Uninstall ${app.getName()}.exe`))
    return true
  } catch {
    return false
  }
}
