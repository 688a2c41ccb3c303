import { fileURLToPath } from 'node:url'
import { _electron } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { writeSettings } from '../support/write-settings.ts'
// @ts-expect-error The start runs before anything is built, so it is plain JavaScript.
import * as module from '../../build/find-electron.mjs'

const { electronProgram, displayProblem } = module as {
  readonly electronProgram: (root: string) => string | null
  readonly displayProblem: () => string | null
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const program = electronProgram(root)
const problem = program === null ? 'Electron’s program is not installed here' : displayProblem()

describe.skipIf(problem !== null)(
  `The app in Electron’s window${problem === null ? '' : ` (skipped: ${problem})`}`,
  () => {
    it('shows the virtual machines of the demo host, with no way from the page to Node', async () => {
      writeSettings(process.env.SAVEPOINT_DATA!, { isWelcomed: true })
      const app = await _electron.launch({ executablePath: program!, args: [root, '--demo'] })
      try {
        const page = await app.firstWindow()
        await page.getByRole('grid', { name: 'Virtual Machines' }).waitFor()
        await page.getByRole('gridcell', { name: 'WIN11-TEST', exact: true }).waitFor()
        const seen = await page.evaluate(() => ({
          address: location.href,
          node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
          bridge: Object.keys(window.bridge ?? {}),
        }))
        expect(seen).toEqual({ address: 'app://savepoint/index.html', node: [], bridge: ['call', 'listen'] })
      } finally {
        await app.close()
      }
    })

    it('lets its page go nowhere, ask for nothing and open no other', async () => {
      writeSettings(process.env.SAVEPOINT_DATA!, { isWelcomed: true })
      const app = await _electron.launch({ executablePath: program!, args: [root, '--demo'] })
      try {
        const page = await app.firstWindow()
        await page.getByRole('grid', { name: 'Virtual Machines' }).waitFor()
        const tried = await page.evaluate(async () => ({
          window: open('https://savepoint.invalid/'),
          request: await fetch('https://savepoint.invalid/').then(
            () => 'answered',
            () => 'refused',
          ),
          permission: await navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
        }))
        await page.evaluate(() => {
          location.href = 'https://savepoint.invalid/'
        })
        expect([tried, page.url()]).toEqual([
          { window: null, request: 'refused', permission: 'denied' },
          'app://savepoint/index.html',
        ])
      } finally {
        await app.close()
      }
    })

    it('stays in the tray when its window is closed, and shows it again when it is started again', async () => {
      writeSettings(process.env.SAVEPOINT_DATA!, { isWelcomed: true, isTrayTold: true })
      const app = await _electron.launch({ executablePath: program!, args: [root, '--demo'] })
      const isVisible = () =>
        app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))
      try {
        await (await app.firstWindow()).getByRole('grid', { name: 'Virtual Machines' }).waitFor()
        await expect.poll(isVisible).toEqual([true])
        await app.evaluate(({ BrowserWindow }) => {
          BrowserWindow.getAllWindows()[0]!.close()
        })
        await expect.poll(isVisible).toEqual([false])
        await app.evaluate((electron) => {
          electron.app.emit('second-instance', {}, [], '', { arguments: [] })
        })
        await expect.poll(isVisible).toEqual([true])
      } finally {
        await app.close()
      }
    })
  },
)
