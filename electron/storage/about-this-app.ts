import { existsSync } from 'node:fs'
import { release, type, version as systemVersion } from 'node:os'
import { dirname, join } from 'node:path'
import type { About } from '#contract/desktop'

/** Which app this is and what it runs on, for whoever is to help. */
export function aboutThisApp(
  version: string,
  logFolder: string | null,
  runtime: NodeJS.Dict<string> = process.versions,
): About {
  return {
    version,
    // Elsewhere than on Windows the version is a line of its own making.
    system: `${process.platform === 'win32' ? systemVersion() : type()} ${release()}`,
    electron: runtime.electron ?? null,
    chromium: runtime.chrome ?? null,
    node: process.versions.node,
    logFolder,
    licenses: besideTheProgram('THIRD-PARTY-LICENSES.txt'),
  }
}

function besideTheProgram(name: string): string | null {
  const path = join(dirname(process.execPath), name)
  return existsSync(path) ? path : null
}
