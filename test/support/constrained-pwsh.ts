import { fileURLToPath } from 'node:url'
import { findPwsh } from './find-pwsh.ts'

/** The same PowerShell, restricted as by a computer's rules. It stands behind a script of the shell, which Windows does not run. */
export const constrained = {
  powershell: fileURLToPath(new URL('../stand-in/constrained-pwsh.sh', import.meta.url)),
  environment: { SAVEPOINT_STAND_IN_PWSH: findPwsh() ?? '' },
}

export const canConstrain = process.platform !== 'win32'
