import { resolve } from 'node:path'
import { AppError } from '#contract/errors'
import type { Clock, Log } from '../../core/ports.ts'
import { cleanEnvironment } from './clean-environment.ts'
import type { ConnectionOptions } from './connection.ts'
import { findPowerShell } from './find-powershell.ts'

export interface PowerShellOptions {
  readonly clock: Clock
  readonly log: Log
  /** The PowerShell to use; the one that Windows has, or the first on the PATH, where none is named. */
  readonly powershell?: string | undefined
  /** A folder of PowerShell modules that is put first. */
  readonly modulePath?: string | undefined
  /** What PowerShell inherits, cleaned; our own environment where none is given. */
  readonly environment?: NodeJS.ProcessEnv | undefined
}

/** What a PowerShell process is started with. Rejects with `powershell-missing` where there is none. */
export async function connectionOptions(options: PowerShellOptions): Promise<ConnectionOptions> {
  const file = await findPowerShell(options.powershell)
  if (file === null) {
    throw new AppError(
      'powershell-missing',
      options.powershell === undefined
        ? 'PowerShell was not found on this computer. It is part of Windows; elsewhere install PowerShell 7.'
        : `There is no PowerShell at “${options.powershell}”. Check the path.`,
    )
  }
  // PowerShell runs in another folder than we do.
  const modulePath = options.modulePath === undefined ? undefined : resolve(options.modulePath)
  const environment = cleanEnvironment(options.environment ?? process.env, modulePath)
  return { file, environment, clock: options.clock, log: options.log }
}
