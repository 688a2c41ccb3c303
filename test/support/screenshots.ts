import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { startApp } from '../e2e/running-app.ts'
import { Window, launchChromium } from '../e2e/window.ts'
import { findChromium } from './find-chromium.ts'

/** Makes the pictures of the README from the demo host: npm run screenshots [-- folder] */
const folder = process.argv[2] ?? fileURLToPath(new URL('../../docs/images', import.meta.url))
const path = findChromium()
if (path === null) throw new Error('No Chromium, Chrome or Edge was found to take the pictures with.')
await mkdir(folder, { recursive: true })
const app = await startApp(['--demo'])
const browser = await launchChromium(path)
const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
const page = await context.newPage()
await page.goto(app.url)
const window = new Window(page)
// From Z to A, so that the machine with the most to show stands in view with whole rows above it.
await window.machines.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
await window.select('WIN11-TEST')
await window.checkpoint('Office and tools installed').click()
for (const colorScheme of ['light', 'dark'] as const) {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.mouse.move(640, 796)
  await page.screenshot({ path: `${folder}/main-${colorScheme}.png`, animations: 'disabled' })
  await window.choose(window.checkpoint('Clean install'), 'Apply…')
  await window.dialog('Apply Checkpoint').waitFor()
  await page.screenshot({ path: `${folder}/apply-${colorScheme}.png`, animations: 'disabled' })
  await page.keyboard.press('Escape')
  await window.dialog('Apply Checkpoint').waitFor({ state: 'detached' })
  await window.checkpoint('Office and tools installed').click()
}
await browser.close()
await app.stop()
