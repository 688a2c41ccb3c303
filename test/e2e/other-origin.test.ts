import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { createLossyHost } from '../support/lossy-host.ts'
import { attacks } from './attacks-from-pages.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()

/** Another port of our own name is the same site to a browser, and gets the cookie too. */
const places = ['127.0.0.1', 'localhost', 'evil.example']

describe.skipIf(chromiumPath === null)('A page of another origin, in a browser that is signed in', () => {
  const lossy = createLossyHost()
  let browser: Browser
  let opened: LabWindow
  let server: Server
  let port: string

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '', ['--host-resolver-rules=MAP *.example 127.0.0.1'])
    opened = await openLabWindow(browser, { lab: createLab, wrap: lossy.wrap })
    await opened.window.machine('WIN11-TEST').waitFor({ timeout: 60_000 })
    server = serveForeignPages()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = String((server.address() as AddressInfo).port)
  })
  afterAll(async () => {
    server.close()
    server.closeAllConnections()
    await opened.close()
    await browser.close()
  })

  /** A page of that origin beside the window, and how the app answered it. */
  async function openBeside(
    url: string,
  ): Promise<{ readonly page: Page; readonly answers: () => readonly number[] }> {
    const context = opened.page.context()
    const statuses: number[] = []
    const { port: ofApp } = new URL(opened.page.url())
    const hear = (beside: Page): void => {
      beside.on('response', (response) => {
        if (new URL(response.url()).port === ofApp) statuses.push(response.status())
      })
    }
    context.on('page', hear)
    const page = await context.newPage()
    await page.goto(url)
    return { page, answers: () => statuses }
  }

  /** The window asks, is answered, and still shows the machine; nothing was asked of the host that changes anything. */
  async function expectUnharmed(): Promise<void> {
    const status = await opened.page.evaluate(() =>
      fetch('/bridge/call/host.status', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      }).then((answer) => answer.status),
    )
    expect([status, lossy.asked, await opened.window.machine('WIN11-TEST').count()]).toEqual([200, [], 1])
  }

  it.each(places)('learns nothing and changes nothing from %s, whatever it tries', async (place) => {
    const { port: ofApp } = new URL(opened.page.url())
    const vmId = opened.app.simulation.vms()[0]?.id ?? ''
    const { page, answers } = await openBeside(`http://${place}:${port}/`)
    for (const app of ['127.0.0.1', 'localhost']) {
      await page.reload()
      for (const [name, attack] of Object.entries(attacks)) {
        const redirect = `http://${place}:${port}/redirect`
        const learned = await page.evaluate(attack, { origin: `http://${app}:${ofApp}`, vmId, redirect })
        expect([name, learned]).toEqual([name, 'nothing'])
        await expectUnharmed()
      }
    }
    expect([answers().length > 10, answers().filter((status) => status < 400)]).toEqual([true, []])
    await page.close()
  })

  it('goes to our address with a query, and finds a refusal there', async () => {
    const { origin } = new URL(opened.page.url())
    const { page, answers } = await openBeside(`http://evil.example:${port}/`)
    await page.evaluate((url) => {
      location.href = url
    }, `${origin}/?call=checkpoint.create#key`)
    await page.waitForURL(`${origin}/**`)
    expect([await page.locator('body').innerText(), answers()]).toEqual([
      expect.stringContaining('Savepoint answers its own pages only.'),
      [403],
    ])
    await expectUnharmed()
    await page.close()
  })

  it('gets nothing by a name of its own that leads to us later', async () => {
    const { port: ofApp } = new URL(opened.page.url())
    const { page, answers } = await openBeside(`http://rebound.example:${ofApp}/`)
    const learned = await page.evaluate(() =>
      Promise.all(
        ['/bridge/call/vm.list', '/bridge/session'].map((path) =>
          fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }).then(
            (answer) => answer.status,
          ),
        ),
      ),
    )
    expect([learned, new Set(answers())]).toEqual([[403, 403], new Set([403])])
    await expectUnharmed()
    await page.close()
  })
})

/** An empty page at every address, and one that sends on whatever comes to it. */
function serveForeignPages(): Server {
  return createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://foreign')
    request.resume()
    if (pathname === '/redirect')
      response.writeHead(307, { location: searchParams.get('to') ?? '/', 'access-control-allow-origin': '*' })
    else response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>Somebody else</title><body></body>')
  })
}
