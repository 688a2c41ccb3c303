import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findChromium } from './find-chromium.ts'

/** Milliseconds after which an installation counts as failed. */
const patience = 300_000

/** Has a browser installed, by Debian's packages where there are any and else by Playwright. Null where neither can. */
export async function installChromium(): Promise<string | null> {
  if (process.platform === 'linux') await installByPackages()
  if (findChromium() === null) await installByPlaywright()
  return findChromium()
}

async function installByPackages(): Promise<void> {
  // Without a terminal to ask at, sudo answers at once when it needs a password.
  const root = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive', '--preserve-env=DEBIAN_FRONTEND']
  const apt = [...root, 'apt-get', '--quiet=2']
  if (!(await succeeds([...root, 'apt-get', '--version']))) return
  console.log('There is no browser for the tests here: installing Chromium with apt-get…')
  await succeeds([...apt, 'update'])
  await succeeds([...apt, 'install', '--yes', '--no-install-recommends', 'chromium', 'fonts-liberation'])
}

async function installByPlaywright(): Promise<void> {
  console.log('There is no browser for the tests here: installing Chromium with Playwright…')
  // The package does not export its command, so it is found beside what it does export.
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
  await succeeds([process.execPath, join(playwright, 'cli.js'), 'install', '--no-shell', 'chromium'])
}

function succeeds([command = '', ...parameters]: readonly string[]): Promise<boolean> {
  const child = spawn(command, parameters, {
    stdio: 'ignore',
    timeout: patience,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return new Promise((resolve) => {
    child.once('error', () => {
      resolve(false)
    })
    child.once('close', (code) => {
      resolve(code === 0)
    })
  })
}
