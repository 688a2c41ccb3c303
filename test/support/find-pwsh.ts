import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A PowerShell 7 for tests: the one that SAVEPOINT_PWSH names, else the first on the PATH; null where there is none. */
export function findPwsh(): string | null {
  const named = process.env.SAVEPOINT_PWSH
  if (named !== undefined && named !== '') return named
  const file = process.platform === 'win32' ? 'pwsh.exe' : 'pwsh'
  const candidates = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, file))
  return candidates.find(isExecutable) ?? null
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
