import { type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Failure, failureOf } from '#contract/errors'
import type { App } from '../core/app.ts'
import { type BuiltFile, contentSecurityPolicy } from './built-files.ts'
import { eventStream } from './event-stream.ts'
import { openingPage, openingScript } from './opening-page.ts'
import { createTrust } from './trust.ts'

export interface HttpBridge {
  /** Such as http://127.0.0.1:49152. */
  readonly origin: string
  /** The address to open, with a key that works once. It takes the place of the one before. */
  readonly newOpeningUrl: () => string
  readonly close: () => Promise<void>
}

interface Options {
  readonly app: App
  readonly files: ReadonlyMap<string, BuiltFile>
  /** 0 takes a free one. */
  readonly port: number
  /** Somebody tried a key that is used up or wrong. */
  readonly onStaleKey: () => void
}

const largestBody = 256 * 1024

/** Serves the window and its bridge on 127.0.0.1 only. Rejects where the port is taken. */
export async function serveHttpBridge({ app, files, port, onStaleKey }: Options): Promise<HttpBridge> {
  const boundPort = (): number => (server.address() as AddressInfo | null)?.port ?? 0
  const trust = createTrust(boundPort)
  const listener = getRequestListener(routes().fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => {
    if (!trust.isFromOurPages(request)) refuse(response)
    else void listener(request, response).catch(() => response.destroy())
  })
  server.requestTimeout = 30_000
  server.headersTimeout = 10_000
  server.maxHeadersCount = 100

  function routes(): Hono {
    const hono = new Hono()
    hono.use(async (context, next) => {
      await next()
      for (const [name, value] of Object.entries(safeHeaders)) context.header(name, value)
    })
    hono.use(
      '/bridge/*',
      bodyLimit({ maxSize: largestBody, onError: (context) => context.json(failed(tooLarge), 413) }),
    )
    hono.get('/bridge/open', (context) => context.html(openingPage))
    hono.get('/bridge/open.js', (context) =>
      context.body(openingScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
    )
    hono.post('/bridge/session', async (context) => {
      // A browser that is already in needs no key: the address may be opened again there.
      if (trust.hasSession(context.req.header('cookie'))) return context.body(null, 204)
      const cookie = trust.exchange(keyOf(await context.req.json().catch(() => null)))
      if (cookie !== null) return context.body(null, 204, { 'set-cookie': cookie })
      onStaleKey()
      return context.json(failed(noSession), 401)
    })
    hono.use(async (context, next) => {
      if (trust.hasSession(context.req.header('cookie'))) return next()
      // The part after the # survives a redirect, so the bare address leads to the opening page with its key.
      return context.req.path === '/'
        ? context.redirect('/bridge/open')
        : context.json(failed(noSession), 401)
    })
    hono.post('/bridge/call/:name', async (context) => {
      if (context.req.header('content-type')?.split(';')[0]?.trim() !== 'application/json')
        return context.json(failed(notJson), 415)
      const input: unknown = await context.req.json().catch(() => undefined)
      if (input === undefined) return context.json(failed(notJson), 400)
      return context.json(await app.dispatch(context.req.param('name'), input))
    })
    hono.get('/bridge/events', (context) => eventStream(context, app))
    hono.get('*', (context) => {
      const file = files.get(context.req.path === '/' ? '/index.html' : context.req.path)
      if (file === undefined) return context.text('Not found', 404)
      return context.body(new Uint8Array(file.body), 200, { 'content-type': file.type })
    })
    hono.notFound((context) => context.text('Not found', 404))
    hono.onError((error, context) => context.json(failed(failureOf(error)), 500))
    return hono
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, resolve)
  })
  const origin = `http://127.0.0.1:${String(boundPort())}`
  return {
    origin,
    newOpeningUrl: () => `${origin}/#${trust.newKey()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

const safeHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

const untrusted: Failure = { code: 'untrusted', message: 'Savepoint answers its own pages only.' }
const noSession: Failure = {
  code: 'untrusted',
  message: 'This browser is not signed in to Savepoint. Open the address that Savepoint printed.',
}
const tooLarge: Failure = { code: 'invalid-input', message: 'This request is too large.' }
const notJson: Failure = { code: 'invalid-input', message: 'This request is not JSON.' }

function refuse(response: ServerResponse): void {
  response.writeHead(403, { ...safeHeaders, 'content-type': 'application/json', connection: 'close' })
  response.end(JSON.stringify(failed(untrusted)))
}

function failed(error: Failure): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error }
}

function keyOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'key' in body && typeof body.key === 'string'
    ? body.key
    : ''
}
