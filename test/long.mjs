import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from '../build/build-if-stale.mjs'

/**
 * npm run test:long [-- name …]: what is tested with small numbers each time, with large ones; all of it where nothing is named. Each
 * prints its seed, and SAVEPOINT_SEED repeats an earlier run. What stands in the environment already goes before what stands here.
 */
const longRuns = [
  {
    name: 'histories',
    project: 'host',
    file: 'test/host/powershell-histories.test.ts',
    environment: { SAVEPOINT_HISTORIES: '10000' },
  },
  {
    name: 'plans-over-powershell',
    project: 'host',
    file: 'test/host/powershell-fault-plans.test.ts',
    environment: { SAVEPOINT_PLANS: '100' },
  },
  {
    name: 'bytes',
    project: 'unit',
    file: 'test/unit/byte-faults.test.ts',
    environment: { SAVEPOINT_PLANS: '300' },
  },
  {
    // Each of some three hundred steps takes two starts of the app.
    name: 'killed',
    project: 'e2e',
    file: 'test/e2e/killed-main.test.ts',
    environment: { SAVEPOINT_KILLS: '0' },
  },
  {
    name: 'plans',
    project: 'unit',
    file: 'test/unit/fault-plans.test.ts',
    environment: { SAVEPOINT_PLANS: '20000' },
  },
  {
    name: 'model',
    project: 'unit',
    file: 'test/unit/app-agrees-with-model.test.ts',
    environment: { SAVEPOINT_STEPS: '1000000' },
  },
  {
    name: 'orders',
    project: 'unit',
    file: 'test/unit/asked-at-once.test.ts',
    environment: { SAVEPOINT_ORDERS: '100000' },
  },
  // A million messages by the three together: a telling of PowerShell's is some seven lines.
  {
    name: 'ipc',
    project: 'unit',
    file: 'test/unit/hostile-ipc.test.ts',
    environment: { SAVEPOINT_MESSAGES: '500000' },
  },
  {
    name: 'loopback',
    project: 'unit',
    file: 'test/unit/fuzzed-bridge.test.ts',
    environment: { SAVEPOINT_MESSAGES: '100000' },
  },
  {
    name: 'powershell',
    project: 'unit',
    file: 'test/unit/fuzzed-agent.test.ts',
    environment: { SAVEPOINT_TELLINGS: '60000' },
  },
  {
    name: 'cultures',
    project: 'host',
    file: 'test/host/powershell-cultures.test.ts',
    environment: { SAVEPOINT_CULTURES: 'en-US tr-TR ar-SA fa-IR th-TH' },
  },
]

const root = fileURLToPath(new URL('..', import.meta.url))
const named = process.argv.slice(2)
const names = longRuns.map(({ name }) => name)
const unknown = named.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`No such long run: ${unknown.join(', ')}. There are: ${names.join(', ')}.`)
  process.exitCode = 1
} else {
  // The built main is killed as it would be built now.
  await buildIfStale(root)
  const failed = []
  for (const each of longRuns.filter(({ name }) => named.length === 0 || named.includes(name)))
    if ((await run(each)) !== 0) failed.push(each.name)
  if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}.`)
  process.exitCode = failed.length === 0 ? 0 : 1
}

/** By vitest, which has the tests that are made long here. Answers its exit code. */
function run({ name, project, file, environment }) {
  console.log(`${name}: ${file}`)
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const parameters = ['run', '--config', 'test/vitest.config.ts', '--project', project, '--reporter=verbose']
  const child = spawn(process.execPath, [vitest, ...parameters, file], {
    cwd: root,
    env: { ...environment, ...process.env },
    stdio: 'inherit',
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
