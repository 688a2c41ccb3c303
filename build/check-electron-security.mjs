import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './build-if-stale.mjs'
import { judgeFindings } from './electron-security/judge-findings.mjs'
import { stageSources } from './electron-security/stage-sources.mjs'

/**
 * npm run check:electron-security: Electronegativity over the app's sources and over what was built from them. It is
 * fetched by npm when it is needed: 400 packages for one command are no dependency of the app.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const tool = '@doyensec/electronegativity@1.10.3'

await buildIfStale(root)
const stage = mkdtempSync(join(tmpdir(), 'savepoint-security-'))
try {
  const count = stageSources(root, join(stage, 'app'))
  const output = await electronegativity(stage)
  const problems = judgeFindings({
    report: JSON.parse(readFileSync(join(stage, 'findings.sarif'), 'utf8')),
    output,
    justified: JSON.parse(readFileSync(new URL('electron-security/justified.json', import.meta.url), 'utf8')),
  })
  for (const problem of problems) console.error(problem)
  console.log(`${count} files read, ${problems.length} problems`)
  process.exitCode = problems.length === 0 ? 0 : 1
} finally {
  rmSync(stage, { recursive: true, force: true })
}

/** Settles with all that it printed. On Windows npm is a script of the shell, so the program behind it is run. */
function electronegativity(folder) {
  const npm = process.env.npm_execpath
  if (npm === undefined) throw new Error('Run this by npm run check:electron-security.')
  const own = ['--input', join(folder, 'app'), '--relative', '--output', join(folder, 'findings.sarif')]
  const parameters = [npm, 'exec', '--yes', `--package=${tool}`, '--', 'electronegativity', ...own]
  // Elsewhere than here, so that npm does not take our own packages for its.
  const child = spawn(process.execPath, parameters, { cwd: folder })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new Error(`Electronegativity could not be run:\n${output}`))
    })
  })
}
