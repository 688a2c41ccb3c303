import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()

/** What the page's policy refused, as `directive: what`, and whether an attack did its work all the same. */
type Attacked = typeof window & { refused?: string[]; isAttacked?: boolean }

describe.skipIf(chromiumPath === null)('the content security policy', () => {
  let browser: Browser
  let opened: LabWindow

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterEach(() => opened.close())
  afterAll(() => browser.close())

  /** The page is loaded once more, with somebody who notes what its policy refuses from the beginning. */
  async function open(): Promise<Page> {
    opened = await openLabWindow(browser, { lab: createLab })
    const { page } = opened
    await page.addInitScript(() => {
      const attacked = window as Attacked
      attacked.refused = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        attacked.refused?.push(`${effectiveDirective}: ${blockedURI}`)
      })
    })
    await opened.window.machine('WIN11-TEST').waitFor({ timeout: 60_000 })
    await page.reload()
    await opened.window.machine('WIN11-TEST').waitFor({ timeout: 60_000 })
    return page
  }

  function refused(page: Page): Promise<readonly string[] | undefined> {
    return page.evaluate(() => (window as Attacked).refused)
  }

  it('refuses nothing that the window does itself', async () => {
    const page = await open()
    const { window } = opened
    await window.select('WIN11-TEST')
    await window.choose(window.checkpoint('Clean install'), 'Apply…')
    await window.dialog('Apply').getByRole('button', { name: 'Cancel' }).click()
    await page.keyboard.press('F1')
    const help = page.getByRole('dialog', { name: 'Help' })
    await help.getByRole('link', { name: 'What it costs' }).first().click()
    await help.getByRole('article', { name: 'What it costs' }).waitFor()
    await help.getByRole('button', { name: 'Close' }).click()
    await page.keyboard.press('Control+,')
    expect(await refused(page)).toEqual([])
  })

  it('refuses nothing that the small window of the tray does itself', async () => {
    const page = await open()
    await page.goto(new URL('/tray.html', page.url()).href)
    await page.getByText('WIN11-TEST').first().waitFor()
    expect(await refused(page)).toEqual([])
  })

  it('refuses whatever would bring in what is not ours, and tells of each', async () => {
    const page = await open()
    for (const [name, attack, violation] of attacks) {
      await page.evaluate(attack).catch(() => undefined)
      await expect
        .poll(() => refused(page), { message: name })
        .toContainEqual(expect.stringContaining(violation))
      await page.evaluate(() => void (window as Attacked).refused?.splice(0))
    }
    expect(await page.evaluate(() => (window as Attacked).isAttacked)).toBe(undefined)
  })
})

/** What somebody tries who got as far as running something in the page, and what of the policy stops it. */
const attacks: readonly (readonly [name: string, attack: () => void, violation: string])[] = [
  [
    'a script in the page',
    () => {
      const script = document.createElement('script')
      script.append('window.isAttacked = true')
      document.body.append(script)
    },
    'require-trusted-types-for: trusted-types-sink',
  ],
  [
    'text as script',
    () => {
      // In a turn of the page's own, for what a debugger runs may make scripts of text.
      setTimeout(() => {
        Reflect.apply(Reflect.construct(Function, ['window.isAttacked = true']) as () => void, null, [])
      })
    },
    'require-trusted-types-for: trusted-types-sink',
  ],
  [
    'text as markup',
    () => {
      Object.assign(document.body, { innerHTML: '<img src=x onerror="window.isAttacked = true">' })
    },
    'require-trusted-types-for: trusted-types-sink',
  ],
  [
    'a policy that would let text be markup',
    () => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy: (name: string, rules: object) => void }
      }
      trustedTypes.createPolicy('mine', { createHTML: (text: string) => text })
    },
    'trusted-types: trusted-types-policy',
  ],
  [
    'a listener in markup',
    () => {
      const button = document.createElement('button')
      button.setAttribute('onclick', 'window.isAttacked = true')
      document.body.append(button)
      button.click()
    },
    'require-trusted-types-for: trusted-types-sink',
  ],
  [
    'a request to elsewhere',
    () => void fetch('https://savepoint.invalid/').catch(() => undefined),
    'connect-src: https://savepoint.invalid/',
  ],
  [
    'a picture from elsewhere',
    () => {
      document.body.append(Object.assign(new Image(), { src: 'https://savepoint.invalid/a.png' }))
    },
    'img-src: https://savepoint.invalid/a.png',
  ],
  [
    'a page inside the page',
    () => {
      const frame = document.createElement('iframe')
      frame.src = 'https://savepoint.invalid/'
      document.body.append(frame)
    },
    'frame-src: https://savepoint.invalid',
  ],
  [
    'a style in the page',
    () => {
      const style = document.createElement('style')
      style.append('body { background: red }')
      document.body.append(style)
    },
    'style-src-elem: inline',
  ],
  [
    'a form to elsewhere',
    () => {
      const form = Object.assign(document.createElement('form'), {
        action: 'https://savepoint.invalid/',
        method: 'post',
      })
      document.body.append(form)
      form.submit()
    },
    'form-action: https://savepoint.invalid/',
  ],
  [
    'another base of addresses',
    () => {
      document.head.append(
        Object.assign(document.createElement('base'), { href: 'https://savepoint.invalid/' }),
      )
    },
    'base-uri: https://savepoint.invalid/',
  ],
]
