import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const sources = ['electron', 'renderer', 'docs/help', 'build', 'package.json', 'package-lock.json']
const results = [
  'main/main.js',
  'preload/preload.cjs',
  'renderer/index.html',
  'renderer/tray.html',
  'browser/browser.js',
  'browser/diagnose.js',
  'bundled/renderer.json',
]

/** Builds everything into out/ unless it was built from these very sources. Throws where a build fails. */
export async function buildIfStale(root) {
  const stampFile = join(root, 'out', 'built-from')
  const stamp = stampOf(root)
  if (isBuilt(root) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  console.log('Building…')
  await run(root, 'electron-vite/bin/electron-vite.js', 'build', '--config', 'build/electron.vite.config.ts')
  await run(root, 'vite/bin/vite.js', 'build', '--config', 'build/vite.browser.config.ts')
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stampFile, stamp)
}

function isBuilt(root) {
  return results.every((result) => existsSync(join(root, 'out', result)))
}

/** Of all files there: by content rather than by time, which a checkout or a copy changes. */
export function stampOf(root, places = sources) {
  const hash = createHash('sha256')
  for (const file of places.flatMap((source) => filesOf(root, source)).sort()) {
    hash.update(`${file}\0`)
    hash.update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function filesOf(root, path) {
  if (path.endsWith('.json')) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

/** What a build prints is shown only where it fails. */
async function run(root, script, ...parameters) {
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...parameters], { cwd: root })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`Savepoint could not be built:\n${output}`)
}
