import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './build-if-stale.mjs'
import { findElectron } from './find-electron.mjs'
import { readOptions } from './read-options.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Milliseconds in which the app closes its shells before it is ended by force. */
const longestEnding = 10_000

const options = await readOptions(process.argv.slice(2))
await buildIfStale(root).catch((error) => {
  console.error(error.message)
  process.exit(1)
})
const electron = options.browser || options.diagnose ? null : await findElectron(root)
if (electron?.problem)
  console.log(
    `Savepoint’s own window can’t be had, for ${electron.problem}: it opens in the browser instead.`,
  )
if (!electron?.program && options.checkpoint !== null) {
  console.error(
    'A checkpoint is taken from the command line by Savepoint’s own window, which can’t be had: nothing was done.',
  )
  process.exit(1)
}
process.exitCode = await (electron?.program ? startWindow(electron.program) : startWithoutElectron())

function startWindow(program) {
  // With this set, Electron would be a plain Node and open no window.
  const environment = { ...process.env, ELECTRON_RUN_AS_NODE: undefined }
  const child = spawn(program, [root, ...passedOn(), ...ofTheTray()], { stdio: 'inherit', env: environment })
  return followed(child, () => {
    // On Windows a signal would end it at once; this asks its window to close.
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid)])
    else child.kill('SIGTERM')
  })
}

function startWithoutElectron() {
  // It ends when the channel does. So it needs no signal, which Windows has none of, and it ends even when this
  // process is killed.
  const program = options.diagnose ? 'diagnose.js' : 'browser.js'
  const child = spawn(process.execPath, [join(root, 'out', 'browser', program), ...passedOn()], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  return followed(child, () => {
    if (child.connected) child.disconnect()
  })
}

/** Settles with the exit code. Ctrl+C reaches the app by itself as well; being asked twice to end does no harm. */
function followed(child, end) {
  const endOnce = () => {
    for (const signal of signals) process.off(signal, endOnce).on(signal, () => undefined)
    setTimeout(() => child.kill('SIGKILL'), longestEnding).unref()
    end()
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, endOnce)
  endWithNpm(endOnce)
  return new Promise((done) => {
    child.once('error', (error) => {
      console.error(`Savepoint could not be started: ${error.message}`)
      done(1)
    })
    child.once('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]))
  })
}

/** npm passes a signal on to its shell, which ends and tells nobody. It shows in that this process has another parent. */
function endWithNpm(end) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    end()
  }, 500)
  timer.unref()
}

/** The options as they were given, with paths that hold wherever the app runs. */
function passedOn() {
  return [
    ...(options.browser ? ['--browser'] : []),
    ...(options.open ? [] : ['--no-open']),
    ...(options.port === 0 ? [] : ['--port', String(options.port)]),
    ...(options.demo ? ['--demo'] : []),
    ...(options.diagnose ? ['--diagnose'] : []),
    ...(options.powershell === null ? [] : ['--powershell', absolute(options.powershell)]),
    ...(options.modulePath === null ? [] : ['--module-path', resolve(callersFolder(), options.modulePath)]),
  ]
}

/** What only a program with a tray can do. */
function ofTheTray() {
  return [
    ...(options.hidden ? ['--hidden'] : []),
    ...(options.checkpoint === null ? [] : [`--checkpoint=${options.checkpoint}`]),
    ...(options.reason === null ? [] : [`--reason=${options.reason}`]),
  ]
}

/** A bare name that is no file here, such as pwsh, is left for the PATH. */
function absolute(powershell) {
  const file = resolve(callersFolder(), powershell)
  return powershell === basename(powershell) && !existsSync(file) ? powershell : file
}

/** npm runs a script in the project's folder and says where it was called. */
function callersFolder() {
  return process.env.npm_lifecycle_event === undefined
    ? process.cwd()
    : (process.env.INIT_CWD ?? process.cwd())
}
