import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What breaks a rule of accessibility that a program can check, in light and in dark; empty where nothing does. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  // Of all rules this one alone asks for colours.
  const dark = await found(page, axe(page).withRules(['color-contrast']))
  return [...dark, ...(await violationsInLight(page))]
}

/** Where the colours have been looked at before, as in a window of another size. */
export async function violationsInLight(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  return found(page, axe(page))
}

/** There are no frames, so that what the checker does for those, in pages of its own, is not needed. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode()
}

async function found(page: Page, checker: AxeBuilder): Promise<readonly string[]> {
  await drawn(page)
  const { violations: broken } = await checker.analyze()
  const scheme = await page.evaluate(() =>
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  )
  return broken.flatMap(({ id, nodes }) =>
    nodes
      .map(({ target }) => target.join(' '))
      // A menu that floats above the window is no part of any of its regions.
      .filter((place) => id !== 'region' || !place.includes('data-reka-popper-content-wrapper'))
      .map((place) => `${scheme}: ${id} at ${place}`),
  )
}

/** What another size or other colours bring about comes with a frame, and the checker must not be before it. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve()
          })
        })
      }),
  )
}
