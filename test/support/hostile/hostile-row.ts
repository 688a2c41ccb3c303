/** What somebody who attacks the loopback bridge may know, and more: all that is not the thing which is wrong is right. */
export interface Attacked {
  readonly port: number
  /** Of the running app, and good. */
  readonly cookie: string
  /** Of the running app, and not used yet. */
  readonly key: string
  readonly usedKey: string
  /** Of an app that ran before, on another port. */
  readonly earlier: { readonly cookie: string; readonly key: string }
  readonly vmId: string
}

export interface HostileRow {
  readonly name: string
  /** What is written, a piece at a time. */
  readonly pieces: (at: Attacked) => readonly (string | Buffer)[]
  /** What the other side does once all is written: waits for an answer, closes its half, or goes. */
  readonly then?: 'waits' | 'closes its half' | 'goes'
  /** The answers of what is written with it and is good; the hostile part has the last one. */
  readonly before?: readonly number[]
  /** It came as far as the dispatcher, which says no in its own words. */
  readonly isDispatched?: boolean
}

/** A request that only one thing is wrong with. */
export interface RawRequest {
  readonly method: string
  readonly target: string
  readonly version?: string
  readonly headers: readonly Header[]
  readonly body?: string | Buffer
}

export type Header = readonly [name: string, value: string]

export type GoodRequest = keyof typeof good

/** Requests as the window sends them, each of which would be answered and would do something. */
const good = {
  'a call that changes': ({ vmId }) => post('/bridge/call/checkpoint.create', { vmId }),
  'a call that reads': () => post('/bridge/call/vm.list', {}),
  'the exchange of the key': ({ key }) => post('/bridge/session', { key }),
  'the events': () => ({ method: 'GET', target: '/bridge/events' }),
  'a page': () => ({ method: 'GET', target: '/index.html' }),
} satisfies Readonly<
  Record<string, (at: Attacked) => Pick<RawRequest, 'method' | 'target'> & { readonly body?: string }>
>

export const goodRequests = Object.keys(good) as readonly GoodRequest[]

export const goodPosts = goodRequests.slice(0, 3)

export function goodRequest(name: GoodRequest, at: Attacked): RawRequest {
  const request: Pick<RawRequest, 'method' | 'target' | 'body'> = good[name](at)
  const host = `127.0.0.1:${String(at.port)}`
  return {
    ...request,
    headers: [
      ['Host', host],
      ['Connection', 'close'],
      ...(name === 'the exchange of the key' ? [] : [['Cookie', at.cookie] as const]),
      ...(request.method === 'GET' ? [] : ofPost(host)),
    ],
  }
}

function post(
  target: string,
  input: object,
): Pick<RawRequest, 'method' | 'target'> & { readonly body: string } {
  return { method: 'POST', target, body: JSON.stringify(input) }
}

function ofPost(host: string): readonly Header[] {
  return [
    ['Origin', `http://${host}`],
    ['Content-Type', 'application/json'],
  ]
}

/** The same with another value of one header: none for undefined, several for several. */
export function withHeader(
  request: RawRequest,
  name: string,
  values: string | readonly string[] | undefined,
): RawRequest {
  const others = request.headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase())
  const list = typeof values === 'string' ? [values] : (values ?? [])
  return { ...request, headers: [...others, ...list.map((value) => [name, value] as const)] }
}

/** The bytes of a request; its length is said where it says none itself. */
export function bytesOf({ method, target, version = 'HTTP/1.1', headers, body }: RawRequest): Buffer {
  const saysHow = headers.some(([name]) => /^(?:content-length|transfer-encoding)$/i.test(name))
  const length = body === undefined || saysHow ? [] : [`Content-Length: ${String(Buffer.byteLength(body))}`]
  const lines = [`${method} ${target} ${version}`, ...headers.map((header) => header.join(': ')), ...length]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), Buffer.from(body ?? '')])
}

/** A row for each of some good requests, with the same thing wrong. */
export function rowsOver(
  requests: readonly GoodRequest[],
  what: string,
  spoil: (request: RawRequest, at: Attacked) => RawRequest,
): readonly HostileRow[] {
  return requests.map((name) => ({
    name: `${what}, on ${name}`,
    pieces: (at) => [bytesOf(spoil(goodRequest(name, at), at))],
  }))
}
