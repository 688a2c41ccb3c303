import { type ServerResponse, createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { App } from '../core/app.ts'
import type { Log } from '../core/ports.ts'
import type { BuiltFile } from './built-files.ts'
import { refusal, safeHeaders } from './refusals.ts'
import { createRoutes } from './routes.ts'
import { createTrust } from './trust.ts'

export interface HttpBridge {
  /** Such as http://127.0.0.1:49152. */
  readonly origin: string
  /** The address to open, with a key that works once. It takes the place of the one before. */
  readonly newOpeningUrl: () => string
  /** Ends every connection; pages that are open find nobody there any more. */
  readonly close: () => Promise<void>
}

interface Options {
  readonly app: App
  readonly files: ReadonlyMap<string, BuiltFile>
  /** 0 takes a free one. */
  readonly port: number
  /** Somebody tried a key that is used up or wrong. */
  readonly onStaleKey: () => void
  readonly log: Log
  readonly limits?: BridgeLimits | undefined
}

interface BridgeLimits {
  /** Milliseconds that a request may take to come in: its headers, and all of it; and how often that is looked at. */
  readonly headers: number
  readonly request: number
  readonly look: number
  /**
   * Characters of events that wait for one slow browser. Past that its connection is ended, and it connects again and reads
   * everything anew.
   */
  readonly waiting: number
}

/** As much may wait as the largest host has to tell at once. */
const usualLimits: BridgeLimits = {
  headers: 10_000,
  request: 30_000,
  look: 5_000,
  waiting: 32 * 1024 * 1024,
}

/** Serves the window and its bridge on 127.0.0.1 only. Rejects where the port is taken. */
export async function serveHttpBridge(options: Options): Promise<HttpBridge> {
  const { port, limits = usualLimits } = options
  const boundPort = (): number => (server.address() as AddressInfo | null)?.port ?? 0
  const trust = createTrust(boundPort)
  const listener = getRequestListener(createRoutes({ ...options, trust, mostWaiting: limits.waiting }).fetch)
  const times = {
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    connectionsCheckingInterval: limits.look,
  }
  const refused = new WeakSet<Socket>()
  const server = createServer(times, (request, response) => {
    // Whatever else came along with what was refused is nobody's of ours either.
    if (refused.has(request.socket)) return
    for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value)
    if (trust.isFromOurPages(request)) void listener(request, response).catch(() => response.destroy())
    else {
      refused.add(request.socket)
      refuse(response)
    }
  })
  // Node would ask for the body before anybody looked at who sends it.
  server.on('checkContinue', (request, response) => server.emit('request', request, response))

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

function refuse(response: ServerResponse): void {
  const body = JSON.stringify(refusal.untrusted)
  const headers = { 'content-type': 'application/json', 'content-length': body.length, connection: 'close' }
  response.writeHead(403, headers).end(body)
}
