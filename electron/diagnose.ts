import { join } from 'node:path'
import { diagnosisText } from '#contract/diagnosis-text'
import { createDiagnose } from './core/diagnose.ts'
import { createFailureHistory } from './core/failure-history.ts'
import { createInventory } from './core/inventory.ts'
import { examinerFor, hostFor } from './host-of-options.ts'
import { ownFactsWithoutFiles } from './own-facts.ts'
import { parseStartOptions } from './start-options.ts'
import { aboutThisApp } from './storage/about-this-app.ts'
import { createConsoleLog } from './storage/console-log.ts'
import { dataFolder } from './storage/data-folder.ts'
import { systemClock } from './storage/system-clock.ts'
import { version } from '../package.json'

/**
 * npm start -- --diagnose: the question that the window asks too, answered in plain text. Exits with 1 where something
 * is wrong. Without the rest of the app, so that it does no harm beside one that runs.
 */
const options = parseStartOptions(process.argv.slice(2))
const log = createConsoleLog(process.env.SAVEPOINT_LOG, (line) => process.stderr.write(line))
const clock = systemClock
const history = createFailureHistory(clock)
const choice = hostFor(options, log, history)
const inventory = createInventory({ connect: choice.connect, publish: () => undefined, clock, log })
const about = aboutThisApp(version, join(dataFolder(process.env, process.platform), 'logs'))
const own = () => ownFactsWithoutFiles(about)
const diagnose = createDiagnose({ examine: examinerFor(options, log), inventory, history, own, clock })

// Whoever started this process has gone: nothing may be left behind, and nobody is there to read the answer.
process.once('disconnect', leave)
// The list has to have been tried once, so that the answer says how that went.
await inventory.refresh()
const diagnosis = await diagnose()
process.stdout.write(diagnosisText(diagnosis))
process.exitCode = diagnosis.findings.some(({ state }) => state === 'wrong') ? 1 : 0
process.off('disconnect', leave)
await close()
// With nothing left to wait for the process ends by itself, when all of the text has been taken.
if (process.connected) process.disconnect()

async function close(): Promise<void> {
  inventory.close()
  await choice.close()
}

function leave(): void {
  void close().then(() => process.exit(1))
}
