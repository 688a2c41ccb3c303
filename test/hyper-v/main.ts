import { createPowerShellHost } from '../../electron/hyperv/powershell/host.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { silentLog } from '../support/silent-log.ts'
import { checkHost } from './check-host.ts'
import { checkOptions, usage } from './check-options.ts'

/** Ends with 0 where all went well, 1 where something did not, 2 where nothing was tried. */
process.exitCode = await main()

async function main(): Promise<number> {
  try {
    const { powershell, modulePath, ...options } = checkOptions(process.argv.slice(2))
    const host = createPowerShellHost({ clock: systemClock, log: silentLog, powershell, modulePath })
    try {
      return (await checkHost(host, options, console.log)) ? 0 : 1
    } finally {
      await host.close()
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    console.error(usage)
    return 2
  }
}
