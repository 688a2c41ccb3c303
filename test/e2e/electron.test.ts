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
  },
)
