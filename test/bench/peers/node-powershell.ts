import { PowerShell } from 'node-powershell'
import { benchEnvironment, benchShell, type ChildSettings } from './bench-child.ts'
import type { Peer } from './peer.ts'

/** node-powershell as it is, by its own framing. Its history is emptied after each call unless it is to be kept, for it fills the memory. */
export function openNodePowerShell(
  settings: ChildSettings = {},
  history: 'emptied' | 'kept' = 'emptied',
): Peer {
  const shell = new PowerShell({
    executable: benchShell,
    spawnOptions: { env: benchEnvironment('sentinels', settings) },
  })
  return {
    ask: async (request) => {
      const { raw } = await shell.invoke(JSON.stringify(request))
      if (history === 'emptied') shell.history.length = 0
      return JSON.parse(raw) as unknown
    },
    close: async () => {
      await shell.dispose()
    },
  }
}
