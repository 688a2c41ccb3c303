// Starts the server of the stand-in module as a process of nobody: PowerShell may be ended with all that it started,
// and the simulated host has to outlive it. Prints the address.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const server = spawn(
  process.execPath,
  ['--import', 'tsx', fileURLToPath(new URL('server.ts', import.meta.url)), ...process.argv.slice(2)],
  {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    windowsHide: true,
  },
)
const address = await Promise.race([
  once(server.stdout, 'data').then(([text]) => String(text).trim()),
  once(server, 'exit').then(() => null),
])
if (address === null) {
  console.error('The server of the stand-in module ended at once.')
  process.exitCode = 1
} else {
  console.log(address)
}
server.stdout.destroy()
server.unref()
