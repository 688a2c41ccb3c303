import {
  type Attacked,
  type HostileRow,
  goodPosts,
  goodRequests,
  rowsOver,
  withHeader,
} from './hostile-row.ts'

type Values = string | readonly string[] | undefined

/** Requests that came under another name than ours, or from somebody else's page. */
export const rowsOfSenders: readonly HostileRow[] = [
  ...over(goodRequests, 'Host', hosts),
  ...over(goodRequests, 'Origin', origins),
  ...over(goodPosts, 'Origin', () => [undefined]),
  ...over(goodRequests, 'Sec-Fetch-Site', sites),
  ...forwarded().flatMap(([name, value]) =>
    rowsOver(goodRequests, `Host evil.example, with ${name}`, (request, { port }) =>
      withHeader(withHeader(request, 'Host', `evil.example:${String(port)}`), name, value(port)),
    ),
  ),
]

function over(
  requests: typeof goodRequests,
  header: string,
  values: (port: string) => readonly Values[],
): readonly HostileRow[] {
  // The names are those of the usual example of a port; what is sent has the one that is attacked.
  return values('PORT').flatMap((value, index) =>
    rowsOver(requests, `${header} ${JSON.stringify(value ?? 'left out')}`, (request, at) =>
      withHeader(request, header, values(portOf(at))[index]),
    ),
  )
}

function portOf({ port }: Attacked): string {
  return String(port)
}

function hosts(port: string): readonly Values[] {
  const ours = `127.0.0.1:${port}`
  const names = [
    ...['localhost.', 'localhost.evil.com', '127.0.0.1.nip.io', 'evil.example', '[::1]', '[::]', '0.0.0.0'],
    ...['2130706433', '0x7f000001', '0x7f.0.0.1', '0177.0.0.1', '017700000001', '127.1', '127.0.1'],
    ...['127.0.0.1.', '127.0.0.2', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', 'LOCALHOST', 'LocalHost'],
    ...['user@127.0.0.1', 'user:word@localhost', 'localhost%00', 'localhost%2eevil.com', '127。0。0。1'],
    ...['①②⑦.0.0.1', 'xn--localhost', 'localhost\\evil.com', 'localhost/evil', 'localhost#', 'localhost?'],
  ]
  return [
    undefined,
    '',
    ...['127.0.0.1', 'localhost', '127.0.0.1:', 'localhost:80', '127.0.0.1:1', `127.0.0.1:0${port}`],
    ...[`127.0.0.1:${port}0`, `127.0.0.1:+${port}`, `127.0.0.1 :${port}`, `127.0.0.1: ${port}`],
    ...[
      '[',
      ']',
      '[::1',
      '::1',
      ':',
      '@',
      '%',
      '*',
      'null',
      'http://127.0.0.1',
      `http://${ours}`,
      `//${ours}`,
    ],
    ...[
      `${ours}, evil.example`,
      `evil.example, ${ours}`,
      `${ours} evil.example`,
      `${ours}/`,
      `${ours}@evil.example`,
    ],
    [ours, ours],
    [ours, 'evil.example'],
    ['evil.example', ours],
    ...names.map((name) => `${name}:${port}`),
  ]
}

function origins(port: string): readonly Values[] {
  const ours = `http://127.0.0.1:${port}`
  return [
    ...['null', 'NULL', '', ' ', '*', 'about:blank', 'file://', 'app://savepoint', 'data:text/html,x'],
    ...[
      'http://evil.example',
      `http://evil.example:${port}`,
      'http://127.0.0.1',
      'http://localhost',
      'http://127.0.0.1:1',
    ],
    ...[
      `https://127.0.0.1:${port}`,
      `ws://127.0.0.1:${port}`,
      `HTTP://127.0.0.1:${port}`,
      `http:127.0.0.1:${port}`,
    ],
    ...[`http://localhost:${port}`, `http://[::1]:${port}`, `http://0.0.0.0:${port}`, `http://127.1:${port}`],
    ...[
      `${ours}/`,
      `${ours}.evil.example`,
      `${ours}0`,
      `${ours}@evil.example`,
      `${ours}#`,
      `${ours}?`,
      `${ours}/x`,
    ],
    ...[`http://evil.example/${ours}`, `http://127.0.0.1.nip.io:${port}`, `http://user@127.0.0.1:${port}`],
    ...[
      `${ours}, ${ours}`,
      `${ours} http://evil.example`,
      `http://[`,
      'http://',
      '127.0.0.1',
      `127.0.0.1:${port}`,
    ],
    [ours, ours],
    [ours, 'null'],
    ['http://evil.example', ours],
  ]
}

function sites(): readonly Values[] {
  return [
    ...[
      'cross-site',
      'same-site',
      'Same-Origin',
      'SAME-ORIGIN',
      '',
      'null',
      'same-origin, cross-site',
      'same origin',
    ],
    ['same-origin', 'cross-site'],
    ['cross-site', 'same-origin'],
    ['none', 'none'],
  ]
}

/** What a proxy in front would say. There is none, and nobody who says so is believed. */
function forwarded(): readonly (readonly [name: string, value: (port: number) => string])[] {
  const ours = (port: number): string => `127.0.0.1:${String(port)}`
  return [
    ['X-Forwarded-Host', ours],
    ['X-Host', ours],
    ['X-Original-Host', ours],
    ['Forwarded', (port) => `host="${ours(port)}";for=127.0.0.1`],
    ['Referer', (port) => `http://${ours(port)}/`],
  ]
}
