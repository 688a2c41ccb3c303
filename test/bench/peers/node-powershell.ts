import { PowerShell } from 'node-powershell'
import { benchEnvironment, benchShell, type ChildSettings } from './bench-child.ts'
import type { Peer } from './peer.ts'

/** node-powershell as it is, by its own framing. Its history is emptied after each call, or it would fill the memory. */
export function openNodePowerShell(settings: ChildSettings = {}): Peer {
  const shell = new PowerShell({
    executable: benchShell,
    spawnOptions: { env: benchEnvironment('sentinels', settings) },
  })
  return {
    ask: async (request) => {
      const { raw } = await shell.invoke(JSON.stringify(request))
      shell.history.length = 0
      return JSON.parse(raw) as unknown
    },
    close: async () => {
      await shell.dispose()
    },
  }
}
