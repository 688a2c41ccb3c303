import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installElectron } from './install-electron.mjs'

/** Milliseconds for which a failed download is remembered, so that the next start is quick. */
const memory = 24 * 60 * 60 * 1_000

/**
 * Where Electron's program is; or why its window can't be had here, as a part of a sentence. The package comes
 * without the program, which is downloaded at the first start.
 */
export async function findElectron(root, install = installElectron) {
  const problem = displayProblem()
  if (problem !== null) return { problem }
  const present = electronProgram(root)
  if (present !== null) return { program: present }
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || process.env.CI)
    return { problem: 'Electron is not installed here' }
  const failure = join(root, 'out', 'electron-download-failed')
  if (!isFresh(failure)) {
    console.log('Downloading Electron, once…')
    await install(root)
  }
  const program = electronProgram(root)
  if (program !== null) return { program }
  if (!isFresh(failure)) remember(failure)
  return { problem: 'Electron could not be downloaded' }
}

/** What `require('electron')` would say, without the download that it would start. */
export function electronProgram(root) {
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(program) ? program : null
}

/** Savepoint is made for Windows; elsewhere its window is for development, where this is how it fails. */
export function displayProblem() {
  if (process.platform !== 'linux') return null
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display here'
  return process.getuid() === 0 ? 'Electron’s sandbox does not work for root' : null
}

function isFresh(file) {
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return age < memory
}

function remember(file) {
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, 'Delete this file to have the download tried again at the next start.\n')
}
