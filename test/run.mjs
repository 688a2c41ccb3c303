import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tsImport } from 'tsx/esm/api'
import { buildIfStale } from '../build/build-if-stale.mjs'

/** npm test: everything that the tests need, then the tests, then one line that counts them. Takes vitest's own parameters. */
const root = fileURLToPath(new URL('..', import.meta.url))

await prepareChromium()
await buildIfStale(root)
// Two runs, for two windows side by side are enough: beside PowerShells by the dozen they would be late.
const runs = [await runTests('unit', 'component', 'host'), await runTests('e2e')]
process.exitCode = report(runs)

async function prepareChromium() {
  const { findChromium } = await tsImport('./support/find-chromium.ts', import.meta.url)
  if (findChromium() !== null) return
  const { installChromium } = await tsImport('./support/install-chromium.ts', import.meta.url)
  if ((await installChromium()) === null)
    console.log(
      'No Edge, Chrome or Chromium was found or could be installed, so the tests in a browser are skipped. SAVEPOINT_CHROMIUM can name one.',
    )
}

/** Vitest prints for people; what is counted comes from its file. */
async function runTests(...projects) {
  const folder = mkdtempSync(join(tmpdir(), 'savepoint-tests-'))
  const outputFile = join(folder, 'result.json')
  const secondTries = join(folder, 'second-tries.json')
  const parameters = [
    ...['run', '--config', 'test/vitest.config.ts', '--passWithNoTests'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`],
    `--reporter=${join(root, 'test', 'second-try-reporter.mjs')}`,
    ...projects.flatMap((project) => ['--project', project]),
    ...process.argv.slice(2),
  ]
  const code = await vitest(parameters, { SAVEPOINT_SECOND_TRIES: secondTries })
  const result = { ...readResult(outputFile), secondTries: readTries(secondTries) }
  rmSync(folder, { recursive: true, force: true })
  return { code, ...result }
}

function vitest(parameters, env) {
  const script = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const child = spawn(process.execPath, [script, ...parameters], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

function readResult(file) {
  try {
    const tests = JSON.parse(readFileSync(file, 'utf8')).testResults.flatMap((each) => each.assertionResults)
    const named = (...states) =>
      tests.filter(({ status }) => states.includes(status)).map(({ fullName }) => fullName)
    const [passed, failed] = [named('passed').length, named('failed').length]
    return { passed, failed, skipped: named('skipped', 'pending', 'todo', 'disabled') }
  } catch {
    return { passed: 0, failed: 0, skipped: [] }
  }
}

function readTries(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return []
  }
}

/** A file that does not even load fails no test of its own, so it is counted as one that failed. */
function report(runs) {
  const failed = sum(runs, ({ code, failed }) => (code !== 0 && failed === 0 ? 1 : failed))
  const passed = sum(runs, (run) => run.passed)
  const skipped = runs.flatMap((run) => run.skipped)
  for (const name of skipped) console.log(`Skipped: ${name}`)
  for (const { name, said } of runs.flatMap((run) => run.secondTries))
    console.log(`Passed only at the second try: ${name}\n${said.replaceAll(/^/gm, '  ')}`)
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`)
  return failed === 0 && passed > 0 ? 0 : 1
}

function sum(runs, count) {
  return runs.map(count).reduce((total, each) => total + each, 0)
}
