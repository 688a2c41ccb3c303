import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { isRunning } from './is-running.ts'
import { startStandInServer } from './start-server.ts'

/**
 * The simulated host behind the stand-in module, as a process of its own: `server.ts <process> <file>`. Writes its
 * address to that file, and ends when that process, the app, is gone.
 */
const [app, stateFile] = process.argv.slice(2)
if (app === undefined || stateFile === undefined)
  throw new Error('Usage: server.ts <process id> <state file>')

const simulation = createSimulation({
  lab: createLab(systemClock.now()),
  clock: systemClock,
  pace: Number(process.env.SAVEPOINT_STAND_IN_PACE ?? '0.3'),
  culture: process.env.SAVEPOINT_STAND_IN_CULTURE === 'de-DE' ? 'de-DE' : 'en-US',
})
const server = await startStandInServer(simulation)

// Written beside and renamed, so that nobody reads half of it.
writeFileSync(`${stateFile}.new`, server.url)
renameSync(`${stateFile}.new`, stateFile)
process.stdout.write(`${server.url}\n`)

const patrol = setInterval(() => {
  if (isRunning(Number(app))) return
  clearInterval(patrol)
  simulation.stop()
  rmSync(stateFile, { force: true })
  rmSync(`${stateFile}.lock`, { force: true })
  void server.close()
}, 250)
