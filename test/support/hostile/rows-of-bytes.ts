import { type Attacked, type HostileRow, bytesOf, goodRequest } from './hostile-row.ts'

/** What is no request, is one by half, or is more than one. */
export function rowsOfBytes(): readonly HostileRow[] {
  return [
    ...Object.entries(rubbish).map(([name, pieces]) => ({ name, pieces })),
    ...(['closes its half', 'goes'] as const).flatMap((then) =>
      Object.entries(broken).map(([name, pieces]) => ({ name: `${name}, then ${then}`, pieces, then })),
    ),
    ...Object.entries(pipelined).map(([name, row]) => ({ name, ...row })),
  ]
}

const rubbish: Readonly<Record<string, HostileRow['pieces']>> = {
  'HTTP/0.9 with a line feed alone': () => ['GET /\n\n'],
  'the preface of HTTP/2': () => ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  'the hello of TLS': () => [Buffer.from('16030100c8010000c40303', 'hex'), Buffer.alloc(200, 7)],
  'the hello of SSH': () => ['SSH-2.0-OpenSSH_9.9\r\n'],
  SMTP: () => ['EHLO evil.example\r\nMAIL FROM:<a@b>\r\n'],
  Redis: () => ['*1\r\n$4\r\nPING\r\n'],
  SOCKS: () => [Buffer.from([5, 1, 0])],
  'a frame of a WebSocket': () => [Buffer.from([0x81, 0x85, 1, 2, 3, 4, 5, 6, 7, 8, 9])],
  zeroes: () => [Buffer.alloc(4_096)],
  'all bytes there are': () => [Buffer.from(Array.from({ length: 256 }, (_, index) => index))],
  'bytes in no order': () => [
    Buffer.from(Array.from({ length: 65_536 }, (_, index) => (index * 40_503) % 251)),
  ],
  'a line of 100,000 signs': () => ['x'.repeat(100_000)],
  'blank lines, and then nonsense': () => ['\r\n'.repeat(1_000), '\0'],
  'ten megabytes of headers': () => [
    'GET / HTTP/1.1\r\n',
    Buffer.alloc(10 * 1024 * 1024, 'X-Long: xxxxxxxxxxxxxxxxxxxxxx\r\n'),
  ],
  'ten megabytes in the target': () => ['GET /', Buffer.alloc(10 * 1024 * 1024, 'x')],
  'thousands of headers': () => [`GET / HTTP/1.1\r\n${'A: b\r\n'.repeat(5_000)}\r\n`],
  'a request of line feeds alone': (at) => [head(at).replaceAll('\r\n', '\n')],
  'a request of carriage returns alone': (at) => [head(at).replaceAll('\r\n', '\r')],
  'a blank before the first line': (at) => [` ${head(at)}`],
  'a tab in the first line': (at) => [head(at).replace(' ', '\t')],
  'no version': (at) => [head(at).replace(' HTTP/1.1', '')],
  'a version of nothing': (at) => [head(at).replace('HTTP/1.1', 'HTTP/')],
  'another protocol': (at) => [head(at).replace('HTTP/1.1', 'RTSP/1.0')],
  'no target': (at) => [head(at).replace('/index.html ', '')],
  'a header before the first line': (at) => [`Host: x\r\n${head(at)}`],
  'a header that begins with a blank': (at) => [head(at).replace('Cookie', ' Cookie')],
  'a header without a name': (at) => [head(at).replace('Cookie', '')],
  'a header name in Unicode': (at) => [head(at).replace('Cookie', 'Çookie')],
}

const broken: Readonly<Record<string, HostileRow['pieces']>> = {
  'nothing at all': () => [],
  'half a line': () => ['GET /index'],
  'half of the headers': (at) => [head(at).slice(0, -20)],
  'a body that is too short': (at) => {
    const request = goodRequest('a call that changes', at)
    return [bytesOf({ ...request, headers: [...request.headers, ['Content-Length', '100']] })]
  },
  'half a body': (at) => [bytesOf(goodRequest('a call that changes', at)).subarray(0, -10)],
  'half a chunk': (at) => {
    const request = goodRequest('a call that changes', at)
    return [
      bytesOf({
        ...request,
        headers: [...request.headers, ['Transfer-Encoding', 'chunked']],
        body: 'ff\r\n{',
      }),
    ]
  },
}

const pipelined: Readonly<Record<string, Omit<HostileRow, 'name'>>> = {
  'a bad request behind a good one': { pieces: (at) => [keptOpen(at), foreign(at)], before: [200] },
  'a bad one behind two good ones': {
    pieces: (at) => [keptOpen(at), keptOpen(at), foreign(at)],
    before: [200, 200],
  },
  'a good one behind a bad one': {
    pieces: (at) => [foreign(at), bytesOf(goodRequest('a call that changes', at))],
  },
  'a good one behind a hundred bad ones': {
    pieces: (at) => [
      ...Array.from({ length: 100 }, () => foreign(at)),
      bytesOf(goodRequest('a call that changes', at)),
    ],
  },
  'a good one in the body of a bad one': {
    pieces: (at) => [
      bytesOf({
        ...strange(at),
        headers: [...strange(at).headers, ['Content-Length', '0']],
        body: bytesOf(goodRequest('a call that changes', at)),
      }),
    ],
  },
}

function head(at: Attacked): string {
  return bytesOf(goodRequest('a page', at)).toString()
}

/** A good one that leaves the connection open. */
function keptOpen(at: Attacked): Buffer {
  const { headers, ...request } = goodRequest('a page', at)
  return bytesOf({ ...request, headers: headers.filter(([name]) => name !== 'Connection') })
}

function strange(at: Attacked): ReturnType<typeof goodRequest> {
  const request = goodRequest('a call that changes', at)
  const headers = request.headers.filter(([name]) => name !== 'Connection')
  return {
    ...request,
    headers: headers.map(([name, value]) => [name, name === 'Origin' ? 'http://evil.example' : value]),
  }
}

function foreign(at: Attacked): Buffer {
  return bytesOf(strange(at))
}
