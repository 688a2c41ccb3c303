import { Buffer } from 'node:buffer'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveHttpBridge } from '../../../electron/bridge/http.ts'
import { createEventHub } from '../../../electron/core/event-hub.ts'
import type { AppEvent } from '#contract/events'
import { silentLog } from '../../support/silent-log.ts'
import { cookieFor, openHttpClient, type HttpClient } from './http-client.ts'

/** A server on this computer, and who asks it. */
export interface BridgePeer {
  readonly client: HttpClient
  /** Another one that asks the same server. */
  readonly another: () => HttpClient
  /** Tells all who listen. */
  readonly tell: (event: AppEvent) => void
  readonly close: () => Promise<void>
}

export const paths = { call: '/bridge/call/vm.list', file: '/large.json', events: '/bridge/events' } as const

/** What is answered: a question is answered with what it asks, or with `large`. */
export interface Served {
  readonly large: unknown
  readonly file: Buffer<ArrayBuffer>
}

/** The product's own bridge, over an app that answers at once. */
export async function openOurBridge({ large, file }: Served): Promise<BridgePeer> {
  const hub = createEventHub((error) => {
    throw error
  })
  const bridge = await serveHttpBridge({
    app: {
      dispatch: (_name, input) => Promise.resolve({ ok: true, value: isForLarge(input) ? large : input }),
      subscribe: hub.subscribe,
      close: () => Promise.resolve(),
    },
    files: new Map([[paths.file, { type: 'application/json', body: file }]]),
    port: 0,
    onStaleKey: () => undefined,
    log: silentLog,
  })
  const cookie = await cookieFor(bridge.origin, bridge.newOpeningUrl())
  return {
    client: openHttpClient(bridge.origin, cookie),
    another: () => openHttpClient(bridge.origin, cookie),
    tell: ({ name, payload }) => {
      hub.publish(name, payload)
    },
    close: bridge.close,
  }
}

/** Node's HTTP and nothing else: no key, no checks, no headers, but the same JSON. */
export async function openBareHttp({ large, file }: Served): Promise<BridgePeer> {
  const listeners = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    if (request.url === paths.file) response.end(file)
    else if (request.url === paths.events) {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
      listeners.add(response)
    } else {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const input: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
        response.end(JSON.stringify({ ok: true, value: isForLarge(input) ? large : input }))
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  return {
    client: openHttpClient(origin, ''),
    another: () => openHttpClient(origin, ''),
    tell: (event) => {
      for (const listener of listeners) listener.write(`data: ${JSON.stringify(event)}\n\n`)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

function isForLarge(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'large' in input
}
