import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { sharedBrowser } from './shared-browser.ts'

/** The page of test/bench/page, which `run.mjs` has built of the window's own parts. */
export interface OpenPage {
  readonly page: Page
  /** Runs an expression in it; what it answers is known by who wrote it. */
  readonly ask: <T>(expression: string) => Promise<T>
  /** What it was measured in. */
  readonly browser: string
  readonly close: () => Promise<void>
}

/** Null where no browser is found. */
export async function openPage(): Promise<OpenPage | null> {
  const browser = await sharedBrowser()
  if (browser === null) return null
  const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } })
  await page.route(`${origin}/**`, (route) =>
    route.fulfill(answerTo(new URL(route.request().url()).pathname)),
  )
  page.on('pageerror', (error) => {
    console.error(error)
  })
  await page.goto(`${origin}/`)
  return {
    page,
    ask: (expression) => page.evaluate(expression),
    browser: `Chromium ${browser.version()}`,
    close: () => page.context().close(),
  }
}

/** A name that leads nowhere: every request is answered here. */
const origin = 'http://savepoint.invalid'

function answerTo(path: string): { readonly contentType: string; readonly body: string } {
  switch (path) {
    case '/page.js':
      return { contentType: 'text/javascript', body: built('page.js') }
    case '/page.css':
      return { contentType: 'text/css', body: built('page.css') }
    default:
      return { contentType: 'text/html', body: html }
  }
}

function built(name: string): string {
  return readFileSync(`out/bench/page/${name}`, 'utf8')
}

const html = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <link rel="stylesheet" href="/page.css" />
  <div id="app"></div>
  <script src="/page.js"></script>
</html>`
