import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calls } from './calls.ts'
import { polls } from './polls.ts'
import { restarts } from './restarts.ts'
import { runSoak } from './run-soak.ts'
import { readSoakOptions, type SoakOptions } from './soak-options.ts'

/** One after the other; ends with 1 where something grew or was left behind. */
const { seed, ...often } = wanted()
console.log(`--seed ${String(seed)}`)
const data = mkdtempSync(join(tmpdir(), 'savepoint-soak-'))
process.once('exit', () => {
  rmSync(data, { recursive: true, force: true })
})
let failed = 0
for (const soak of [calls, polls, restarts]) {
  const times = often[soak.name]
  if (times === 0) continue
  const grown = await runSoak(soak, times, { data, seed })
  const text = grown.length === 0 ? 'nothing grew, nothing was left behind' : `grew: ${grown.join(', ')}`
  console.log(`${times.toLocaleString('en-US')} ${soak.title}: ${text}.`)
  failed += grown.length
}
// What was left behind could keep this program alive for ever.
process.exit(failed === 0 ? 0 : 1)

function wanted(): SoakOptions {
  try {
    return readSoakOptions(process.argv.slice(2), Date.now() % 1_000_000)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
