import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds that the download may stand still before it counts as failed. */
const patience = 20_000

/**
 * Runs the electron package's own download and settles when it has ended, one way or the other. It says nothing while
 * it loads and may wait for ever for a server that does not answer, so what it has written so far is watched.
 */
export async function installElectron(root) {
  const folder = join(root, 'node_modules', 'electron')
  const script = join(folder, 'install.js')
  if (!existsSync(script)) return
  const temporary = join(root, 'out', 'electron-download')
  mkdirSync(temporary, { recursive: true })
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    stdio: 'ignore',
  })
  const stopWatching = killWhenStill(child, () => sizeOf(temporary) + sizeOf(join(folder, 'dist')))
  await new Promise((resolve) => {
    child.once('error', resolve)
    child.once('close', resolve)
  })
  stopWatching()
  rmSync(temporary, { recursive: true, force: true })
}

function killWhenStill(child, measure) {
  let size = measure()
  let changedAt = performance.now()
  const timer = setInterval(() => {
    const now = measure()
    if (now !== size) changedAt = performance.now()
    else if (performance.now() - changedAt > patience) child.kill('SIGKILL')
    size = now
  }, 1_000)
  return () => clearInterval(timer)
}

/** Bytes below a folder. Files come and go while it is measured, so what is gone counts as nothing. */
function sizeOf(folder) {
  try {
    return readdirSync(folder, { recursive: true })
      .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
      .reduce((sum, size) => sum + size, 0)
  } catch {
    return 0
  }
}
