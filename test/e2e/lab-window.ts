import type { Browser, Page } from 'playwright-core'
import { settingsInMemory } from '../support/settings-in-memory.ts'
import { listen } from './heard.ts'
import { type LabOptions, type ServedLab, serveLab } from './serve-lab.ts'
import { Window } from './window.ts'

/** A window on a simulated host of the test's own making. */
export interface LabWindow {
  readonly app: ServedLab
  readonly page: Page
  readonly window: Window
  /** What has been announced since the window was opened. */
  readonly said: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export async function openLabWindow(
  browser: Browser,
  options: LabOptions,
  viewport: { readonly width: number; readonly height: number } = { width: 1280, height: 800 },
): Promise<LabWindow> {
  const app = await serveLab({ settings: settingsInMemory({ isWelcomed: true }), ...options })
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const said = await listen(page)
  await page.goto(app.newUrl())
  return {
    app,
    page,
    window: new Window(page),
    said,
    close: async () => {
      await context.close()
      await app.stop()
    },
  }
}
