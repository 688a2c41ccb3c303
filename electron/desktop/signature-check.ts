import { execFile } from 'node:child_process'
import type { Log } from '../core/ports.ts'
import script from './check-signature.ps1?raw'

interface Parts {
  /** The absolute path of Windows PowerShell; null where there is none. */
  readonly findPowerShell: () => Promise<string | null>
  readonly environment: NodeJS.ProcessEnv
  readonly log: Log
}

/** Milliseconds: Windows may ask the certificate’s issuer whether it still holds. */
const patience = 60_000

/** Asks Windows whether a file is signed, unchanged and trusted, and by whom. Any doubt is a no. */
export function signatureCheck({ findPowerShell, environment, log }: Parts) {
  return async (publisher: string, file: string): Promise<boolean> => {
    const powershell = await findPowerShell()
    if (powershell === null) return false
    const asked = { ...environment, SAVEPOINT_SIGNED_FILE: file, SAVEPOINT_SIGNED_BY: publisher }
    return new Promise((resolve) => {
      execFile(
        powershell,
        // Both names are told by the environment, so that the script is always the same and nothing in them is run.
        ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'RemoteSigned', '-Command', script],
        { env: asked, timeout: patience, windowsHide: true },
        (error, output) => {
          if (error !== null)
            log.warn('a signature could not be checked', { error: String(error.code ?? error.signal) })
          resolve(error === null && output.trim() === 'signed')
        },
      )
    })
  }
}
