import { Buffer } from 'node:buffer'
import { Agent, request, type IncomingMessage } from 'node:http'

/** Asks over one connection that stays open, as a browser does. */
export interface HttpClient {
  readonly post: (path: string, body: string) => Promise<Buffer>
  readonly get: (path: string) => Promise<Buffer>
  /** Settles when the stream is open; from then on each event is told as it comes. */
  readonly listen: (path: string, onData: (text: string) => void) => Promise<void>
  readonly close: () => void
}

export function openHttpClient(origin: string, cookie: string): HttpClient {
  const agent = new Agent({ keepAlive: true })
  const send = (method: 'GET' | 'POST', path: string, body?: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const type = body === undefined ? {} : { 'content-type': 'application/json' }
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const headers = { cookie, origin, ...type, ...length }
      const asked = request(`${origin}${path}`, { agent, method, headers }, resolve)
      asked.once('error', reject)
      asked.end(body)
    })
  return {
    post: async (path, body) => bodyOf(await send('POST', path, body)),
    get: async (path) => bodyOf(await send('GET', path)),
    listen: async (path, onData) => {
      const stream = await send('GET', path)
      stream.setEncoding('utf8').on('data', onData)
      // Whoever closes does it in the middle of the stream.
      stream.on('error', () => undefined)
    },
    close: () => {
      agent.destroy()
    },
  }
}

/** The key of an opening address, exchanged for the cookie. */
export async function cookieFor(origin: string, openingUrl: string): Promise<string> {
  const body = JSON.stringify({ key: new URL(openingUrl).hash.slice(1) })
  const headers = { origin, 'content-type': 'application/json' }
  const response = await fetch(`${origin}/bridge/session`, { method: 'POST', headers, body })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function bodyOf(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  if (response.statusCode !== 200) throw new Error(`Answered with ${String(response.statusCode)}.`)
  return Buffer.concat(chunks)
}
