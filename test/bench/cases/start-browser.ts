import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { writeSettings } from '../../support/write-settings.ts'
import type { BenchCase, BenchSettings, CaseResult } from '../bench-case.ts'
import { builtApp } from '../built-app.ts'
import { atMostTimes } from '../goal-against.ts'
import { runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'
import { sharedBrowser } from '../shared-browser.ts'

/** From opening the address to a list that can be used. */
export const startInBrowser: BenchCase = {
  name: 'start-browser',
  title: 'The start of the window in a browser',
  run: async (settings) => {
    const browser = await sharedBrowser()
    return browser === null
      ? {
          ...heading(),
          rows: [],
          goals: [],
          remarks: ['Not measured: no Edge, Chrome or Chromium was found.'],
        }
      : measured(browser, settings)
  },
}

function heading(): Pick<CaseResult, 'name' | 'title'> {
  return { name: startInBrowser.name, title: startInBrowser.title }
}

async function measured(browser: Browser, settings: BenchSettings): Promise<CaseResult> {
  await builtApp()
  const app = await serveApp()
  const blank = await serveBlank()
  const context = await browser.newContext()
  // The key of the address works once; after that the browser is in.
  const first = await context.newPage()
  await first.goto(app.url)
  await first.locator(firstRow).first().waitFor()
  await first.close()
  const timed = async (url: string, selector: string): Promise<Opened> => {
    const page = await context.newPage()
    const opened = await open(page, url, selector)
    await page.close()
    return opened
  }
  const took = await runRounds(
    {
      ours: () => timed(new URL(app.url).origin, firstRow),
      'a blank page of Vue': () => timed(blank.url, 'main'),
    },
    settings,
  )
  await context.close()
  await Promise.all([app.close(), blank.close()])
  return {
    ...heading(),
    rows: rowsOf(took, ['ours', 'a blank page of Vue'], { usable: 'ms', scripts: 'KB' }),
    goals: [
      atMostTimes('P10', 'usable, ours : a blank page of Vue', 2, [
        took('ours', 'usable'),
        took('a blank page of Vue', 'usable'),
      ]),
      {
        ...{ id: 'P10', text: 'scripts before the list, compressed', limit: 150, direction: 'at most' },
        ...{ unit: 'KB', values: took('ours', 'scripts') },
      },
    ],
    remarks: [
      'From the navigation to the painted first row. The app runs and has the list of its demo host; nothing is kept by the browser from one time to the next. A KB is 1,024 bytes after gzip.',
      'The page of Vue draws one word. Ours reads its settings, then its lists, over the bridge before the first row is there.',
      'Fetched when it is first looked at: the help, the health of the host, the diagnosis, the settings, and most of what is asked before several machines are changed. The lists are asked for once the window is drawn without them, which with reading and running the scripts is most of the time.',
    ],
  }
}

const firstRow = '[role=row][data-id]'

type Opened = Readonly<Record<'usable' | 'scripts', number>>

/** Looked for by the page itself, for what asks from outside asks late; it is asked only what it noted, and not for ever. */
async function open(page: Page, url: string, selector: string): Promise<Opened> {
  const scripts: Promise<number>[] = []
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js'))
      scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length / 1_024))
  })
  await page.addInitScript(watchFor, selector)
  await page.goto(url, { waitUntil: 'commit' })
  const noted = await page.waitForFunction(() => (globalThis as unknown as PageGlobals).usableAt)
  const time = (await noted.jsonValue()) ?? NaN
  const sizes = await Promise.all(scripts)
  return { usable: time, scripts: sizes.reduce((sum, each) => sum + each, 0) }
}

/** Runs in the page, before anything of it: notes when what is looked for has been painted. */
function watchFor(selector: string): void {
  const page = globalThis as unknown as PageGlobals
  const look = (): void => {
    if (page.document.querySelector(selector) === null) page.requestAnimationFrame(look)
    else
      page.setTimeout(() => {
        page.usableAt = page.performance.now()
      }, 0)
  }
  page.requestAnimationFrame(look)
}

/** As much of a browser as it touches. */
interface PageGlobals {
  readonly document: { readonly querySelector: (selector: string) => unknown }
  readonly requestAnimationFrame: (callback: () => void) => void
  readonly setTimeout: (callback: () => void, milliseconds: number) => void
  readonly performance: { readonly now: () => number }
  usableAt?: number
}

interface Server {
  readonly url: string
  readonly close: () => Promise<void>
}

/** The built app in browser mode. */
async function serveApp(): Promise<Server> {
  const data = mkdtempSync(join(tmpdir(), 'savepoint-bench-'))
  writeSettings(data, { isWelcomed: true })
  const child = fork('out/browser/browser.js', ['--demo', '--no-open'], {
    env: { ...process.env, SAVEPOINT_DATA: data },
    silent: true,
  })
  return {
    url: await addressFrom(child),
    close: async () => {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Reads on after it is found, for a pipe that nobody empties would hold up the app. */
function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += String(chunk)
      const address = /http:\S+(?=\s)/.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', () => {
      reject(new Error(`The app ended before it told its address: ${said}`))
    })
  })
}

/** The least that an app of Vue can be, served as ours is. */
async function serveBlank(): Promise<Server> {
  const script = readFileSync('out/bench/blank/page.js')
  const html =
    '<!doctype html><html lang="en"><meta charset="utf-8"><div id="app"></div><script type="module" src="/page.js"></script></html>'
  const server = createServer((request, response) => {
    response.setHeader('cache-control', 'no-store')
    const isScript = request.url === '/page.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}
