import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'

/** What Electronegativity reads. All else it passes by without a word. */
const readable = ['.js', '.ts', '.html']
/** What it does not read, under names that it does. */
const readAs = { '.cjs': '.js', '.mjs': '.js', '.vue': '.vue.ts' }
const folders = ['electron', 'renderer', 'out/main', 'out/preload', 'out/renderer']

/**
 * Puts copies of the app's sources and of what was built from them where Electronegativity reads all of them: a component
 * as its script alone, for its template is held by lint. Says how many there are.
 */
export function stageSources(root, stage) {
  const files = folders.flatMap((folder) => filesIn(root, folder))
  for (const file of files) put(join(root, file), join(stage, stagedAs(file)))
  // From here it learns the version of Electron.
  cpSync(join(root, 'package.json'), join(stage, 'package.json'))
  return files.length
}

function filesIn(root, folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter(
      (file) => !file.endsWith('.d.ts') && (readable.includes(extname(file)) || extname(file) in readAs),
    )
}

function stagedAs(file) {
  const ending = extname(file)
  return ending in readAs ? file.slice(0, -ending.length) + readAs[ending] : file
}

function put(from, to) {
  mkdirSync(dirname(to), { recursive: true })
  const text = readFileSync(from, 'utf8')
  writeFileSync(to, extname(from) === '.vue' ? scriptOf(text) : text)
}

/** The lines before it are left empty, so that a finding names the line of the component. */
function scriptOf(component) {
  const [whole, opening, script] = /(<script[^>]*>)(.*?)<\/script>/s.exec(component) ?? ['', '', '']
  const before = component.slice(0, component.indexOf(whole)) + opening
  return before.replaceAll(/[^\n]/g, '') + script
}
