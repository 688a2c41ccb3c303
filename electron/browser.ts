import { fileURLToPath } from 'node:url'
import open from 'open'
import { readBuiltFiles } from './bridge/built-files.ts'
import { serveHttpBridge } from './bridge/http.ts'
import { compose } from './compose.ts'
import { parseStartOptions } from './start-options.ts'

/** The app behind the loopback bridge: for machines without Electron's window, for development and for tests. */
const options = parseStartOptions(process.argv.slice(2))
const files = await readBuiltFiles(fileURLToPath(new URL('../renderer', import.meta.url)))
const app = compose(options)
const bridge = await serveHttpBridge({
  app,
  files,
  port: options.port,
  onStaleKey: announceAgain,
  log: app.log,
}).catch(async (error: unknown) => {
  await app.close()
  console.error(portProblem(error))
  process.exit(1)
})

const url = bridge.newOpeningUrl()
console.log(`Savepoint is open at ${url}`)
if (options.open) await open(url).catch(() => undefined)

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end())
// Whoever started this process has gone without a signal: nothing may be left behind.
process.once('disconnect', () => void end())

let isEnding = false
async function end(): Promise<void> {
  if (isEnding) return
  isEnding = true
  await bridge.close()
  await app.close()
  process.exit(0)
}

let announcedAt = -Infinity
/** An address opens once. Whoever opens it again finds a new one here; not more often than every ten seconds. */
function announceAgain(): void {
  if (performance.now() - announcedAt < 10_000) return
  announcedAt = performance.now()
  console.log(`That address was used already. A new one: ${bridge.newOpeningUrl()}`)
}

function portProblem(error: unknown): string {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  return isTaken
    ? `Port ${String(options.port)} is taken by another program. Choose another with --port, or leave --port out.`
    : `Savepoint could not open its address on this computer: ${error instanceof Error ? error.message : String(error)}`
}
