import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { systemClock } from '../../electron/storage/system-clock.ts'
import type { Clock } from '../../electron/core/ports.ts'
import { labMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import { serveLab } from '../e2e/serve-lab.ts'
import { Window } from '../e2e/window.ts'
import { settingsInMemory } from '../support/settings-in-memory.ts'
import type { Scene } from './scene.ts'

/** Whoever clones the project downloads the pictures as well. */
const largestPicture = 150 * 1024

export interface View {
  readonly colorScheme?: 'light' | 'dark'
  readonly forcedColors?: 'active'
  readonly width?: number
  readonly height?: number
  /** 2 is what a person gets at 200 %: half as many pixels each way, twice as large. */
  readonly zoom?: number
}

/** Sets the scene, looks at it in each of the views and writes what is seen. */
export async function takePictures(
  browser: Browser,
  scene: Scene,
  views: readonly { readonly file: string; readonly view: View }[],
): Promise<void> {
  const clock = clockFrom(scene.at)
  const app = await serveLab({
    lab: scene.lab ?? ((now) => (scene.machines ?? []).map((machine) => labMachine(machine, now))),
    hostName: scene.hostName,
    clock,
    pace: scene.pace ?? 0.1,
    settings: settingsInMemory({ isWelcomed: true, ...scene.settings }),
    wrap: scene.wrap,
  })
  try {
    for (const { file, view } of views) {
      const page = await openedPage(browser, app.newUrl(), scene.at, view)
      const part = await scene.show(new Window(page), app)
      await write(page, part, file)
      await page.context().close()
    }
  } finally {
    await app.stop()
  }
}

async function openedPage(browser: Browser, url: string, at: string, view: View): Promise<Page> {
  const { colorScheme = 'light', forcedColors = 'none', width = 1280, height = 800, zoom = 1 } = view
  const context = await browser.newContext({
    viewport: { width: width / zoom, height: height / zoom },
    deviceScaleFactor: zoom,
    colorScheme,
    forcedColors,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'UTC',
  })
  const page = await context.newPage()
  await page.clock.install({ time: new Date(at) })
  await page.goto(url)
  return page
}

async function write(page: Page, part: Locator | null, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await page.getByText('Reading…').first().waitFor({ state: 'detached' })
  // Off everything that shows that the mouse is over it.
  await page.mouse.move(1, 1)
  if (part === null) await page.screenshot({ path: file, animations: 'disabled' })
  else await part.screenshot({ path: file, animations: 'disabled' })
  const { size } = await stat(file)
  if (size > largestPicture) throw new Error(`${file} takes ${String(size)} bytes, which is too many.`)
  process.stdout.write(`${file}\n`)
}

/** The computer's clock, put to that moment. */
function clockFrom(at: string): Clock {
  const behind = systemClock.now() - Date.parse(at)
  return { ...systemClock, now: () => systemClock.now() - behind }
}
