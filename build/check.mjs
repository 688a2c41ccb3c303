import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * npm run check: what the compiler says beside all else that is checked, since each of them keeps one processor busy. All that
 * is wrong is said, and not only the first of it.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const lanes = [['check:types'], ['check:format', 'check:lint', 'check:layers', 'check:unused']]

const failed = (await Promise.all(lanes.map(runLane))).flat()
for (const script of failed) console.error(`npm run ${script} found something.`)
process.exitCode = failed.length === 0 ? 0 : 1

/** One after the other; answers those that found something. */
async function runLane(scripts) {
  const found = []
  for (const script of scripts) if ((await run(script)) !== 0) found.push(script)
  return found
}

/** By npm itself, which finds the programs of the scripts; by a shell on Windows, where npm is a command file. */
function run(script) {
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
