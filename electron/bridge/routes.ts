import type { HttpBindings } from '@hono/node-server'
import { Hono, type MiddlewareHandler } from 'hono'
import type { App } from '../core/app.ts'
import type { Log } from '../core/ports.ts'
import type { BuiltFile } from './built-files.ts'
import { eventStream } from './event-stream.ts'
import { openingPage, openingScript } from './opening-page.ts'
import { readJson } from './read-json.ts'
import { refusal } from './refusals.ts'
import type { Trust } from './trust.ts'

interface Options {
  readonly app: App
  readonly files: ReadonlyMap<string, BuiltFile>
  readonly trust: Trust
  readonly onStaleKey: () => void
  readonly log: Log
  readonly mostWaiting: number
}

type Routes = Hono<{ Bindings: HttpBindings }>

/** What is answered to whoever came by our own address: to all the opening page, and the rest to who has the session. */
export function createRoutes(options: Options): Routes {
  const hono: Routes = new Hono()
  addOpening(hono, options)
  addSignedIn(hono, options)
  hono.notFound((context) => context.text('Not found', 404))
  hono.onError((error, context) => {
    options.log.warn('defect', { error: error.stack ?? error.message })
    return context.json(refusal.defect, 500)
  })
  return hono
}

/** Bytes. */
const longestBody = 256 * 1024

/** A plain request says how long it is, and Node reads no more of it than that. */
const limit: MiddlewareHandler<{ Bindings: HttpBindings }> = (context, next) => {
  const length = Number(context.env.incoming.headers['content-length'] ?? 0)
  return length > longestBody ? Promise.resolve(context.json(refusal.tooLarge, 413)) : next()
}

function addOpening(hono: Routes, { trust, onStaleKey }: Options): void {
  hono.get('/bridge/open', (context) => context.html(openingPage))
  hono.get('/bridge/open.js', (context) =>
    context.body(openingScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  )
  hono.post('/bridge/session', limit, async (context) => {
    // A browser that is already in needs no key: the address may be opened again there.
    if (trust.hasSession(context.req.header('cookie'))) return context.body(null, 204)
    const cookie = trust.exchange(keyOf(await readJson(context.env.incoming)))
    if (cookie !== null) return context.body(null, 204, { 'set-cookie': cookie })
    onStaleKey()
    return context.json(refusal.noSession, 401)
  })
}

function addSignedIn(hono: Routes, { app, files, trust, mostWaiting }: Options): void {
  hono.use(async (context, next) => {
    if (trust.hasSession(context.req.header('cookie'))) return next()
    // The part after the # survives a redirect, so the bare address leads to the opening page with its key.
    return context.req.path === '/' ? context.redirect('/bridge/open') : context.json(refusal.noSession, 401)
  })
  hono.post('/bridge/call/:name', limit, async (context) => {
    const input = await readJson(context.env.incoming)
    if (input === undefined) return context.json(refusal.notJson, 400)
    return context.json(await app.dispatch(context.req.param('name'), input))
  })
  hono.get('/bridge/events', (context) => eventStream(context, app, mostWaiting))
  hono.get('*', (context) => {
    const file = files.get(context.req.path === '/' ? '/index.html' : context.req.path)
    if (file === undefined) return context.text('Not found', 404)
    return context.body(file.body, 200, { 'content-type': file.type })
  })
}

function keyOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'key' in body && typeof body.key === 'string'
    ? body.key
    : ''
}
