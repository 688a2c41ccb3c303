import {
  type HostileRow,
  type RawRequest,
  goodPosts,
  goodRequests,
  rowsOver,
  withHeader,
} from './hostile-row.ts'

/** Requests with another method, another type or another shape than the window's. */
export const rowsOfShapes: readonly HostileRow[] = [
  ...methods().flatMap((method) =>
    rowsOver(goodRequests, `method ${method}`, (request) => ({ ...request, method })),
  ),
  ...rowsOver(goodPosts.slice(0, 2), 'method GET', asGet),
  ...rowsOver(goodRequests.slice(3), 'method POST', (request, { port }) => ({
    ...withHeader(request, 'Origin', `http://127.0.0.1:${String(port)}`),
    method: 'POST',
  })),
  ...overrides().flatMap((name) =>
    rowsOver(goodPosts.slice(0, 2), `a GET with ${name}: POST`, (request) =>
      asGet(withHeader(request, name, 'POST')),
    ),
  ),
  ...rowsOver(goodPosts.slice(0, 2), 'a GET with ?_method=POST', (request) =>
    asGet({ ...request, target: `${request.target}?_method=POST` }),
  ),
  ...types().flatMap((type) =>
    rowsOver(goodPosts, `type ${JSON.stringify(type ?? 'left out')}`, (request) =>
      withHeader(request, 'Content-Type', type),
    ),
  ),
  ...headers().flatMap(([name, value]) =>
    rowsOver(goodPosts, `${name}: ${String(value)}`, (request) => withHeader(request, name, value)),
  ),
  ...rowsOver(goodRequests, 'HTTP/1.0', (request) => ({ ...request, version: 'HTTP/1.0' })),
  ...rowsOver(goodRequests, 'HTTP/2.0', (request) => ({ ...request, version: 'HTTP/2.0' })),
  ...rowsOver(goodRequests, 'HTTP/9.9', (request) => ({ ...request, version: 'HTTP/9.9' })),
  ...rowsOver(goodRequests, 'a preflight', preflight),
  ...rowsOver(goodRequests, '150 headers more', (request) => ({
    ...request,
    headers: [
      ...Array.from({ length: 150 }, (_, index) => [`X-${String(index)}`, 'x'] as const),
      ...request.headers,
    ],
  })),
  ...rowsOver(goodRequests, 'an Origin behind 150 headers', (request) =>
    withHeader(
      {
        ...request,
        headers: [...request.headers, ...Array.from({ length: 150 }, () => ['X', 'x'] as const)],
      },
      'Origin',
      'http://evil.example',
    ),
  ),
  ...rowsOver(goodRequests, '20,000 bytes in one header', (request) =>
    withHeader(request, 'X-Long', 'x'.repeat(20_000)),
  ),
  ...rowsOver(goodRequests, 'a header that is folded', (request) =>
    withHeader(request, 'X-Folded', 'one\r\n two'),
  ),
  ...rowsOver(goodRequests, 'a header with NUL', (request) => withHeader(request, 'X-Nul', 'a\0b')),
  ...rowsOver(goodRequests, 'a blank before the colon', (request) => withHeader(request, 'X-Blank ', 'x')),
  ...rowsOver(goodRequests, 'a line with no colon', (request) =>
    withHeader(request, 'X\r\nnonsense\r\nY', 'x'),
  ),
  ...rowsOver(goodRequests.slice(3), 'a GET that says a length', (request) => ({ ...request, body: '{}' })),
]

function methods(): readonly string[] {
  return [
    ...['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'CONNECT', 'PROPFIND', 'MKCOL', 'COPY', 'MOVE'],
    ...[
      'SEARCH',
      'LINK',
      'PURGE',
      'M-SEARCH',
      'SUBSCRIBE',
      'QUERY',
      'BREW',
      'get',
      'post',
      'Post',
      'POST\t',
      'PRI',
    ],
  ]
}

function overrides(): readonly string[] {
  return ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override']
}

function types(): readonly (string | readonly string[] | undefined)[] {
  const multipart = 'multipart/form-data; boundary=x'
  return [
    ...[
      'text/plain',
      'text/plain;charset=UTF-8',
      'text/plain; application/json',
      'application/x-www-form-urlencoded',
    ],
    ...[
      multipart,
      'text/json',
      'application/jsonp',
      'application/json5',
      'application/vnd.api+json',
      '',
      '*/*',
    ],
    ...[
      'application/json; charset=utf-16',
      'application/json; charset=utf-7',
      'application/json;x=y',
      'json',
    ],
    ...[
      'application/json, text/plain',
      'application/csp-report',
      'application/octet-stream',
      'APPLICATION/XML',
    ],
    undefined,
    ['application/json', 'text/plain'],
    ['text/plain', 'application/json'],
  ]
}

/** Each alone turns what is otherwise good into something that no page of ours sends. */
function headers(): readonly (readonly [name: string, value: string | readonly string[]])[] {
  return [
    ['Transfer-Encoding', 'chunked'],
    ['Transfer-Encoding', 'identity'],
    ['Transfer-Encoding', 'gzip, chunked'],
    ['Transfer-Encoding', 'xchunked'],
    ['Transfer-Encoding', ['chunked', 'identity']],
    ['Content-Encoding', 'gzip'],
    ['Content-Encoding', 'br'],
    ['Content-Encoding', 'identity'],
    ['Expect', '100-continue'],
    ['Expect', '200-ok'],
    ['Upgrade', 'websocket'],
    ['Upgrade', 'h2c'],
    ['Upgrade', 'TLS/1.0'],
    ['Content-Length', ['2', '2']],
    ['Content-Length', ['2', '200']],
    ['Content-Length', '2, 2'],
    ['Content-Length', '-1'],
    ['Content-Length', '+2'],
    ['Content-Length', '0x2'],
    ['Content-Length', '2 2'],
    ['Content-Length', ''],
    ['Content-Length', '99999999999999999999999'],
    ['Content-Length', '1000000'],
    ['Content-Length', '0'],
    ['Content-Length', '1'],
  ]
}

function asGet({ target, headers }: RawRequest): RawRequest {
  return { method: 'GET', target, headers }
}

function preflight(request: RawRequest, { port }: { readonly port: number }): RawRequest {
  const asked = withHeader(
    { ...asGet(request), method: 'OPTIONS' },
    'Access-Control-Request-Method',
    request.method,
  )
  return withHeader(
    withHeader(asked, 'Access-Control-Request-Headers', 'content-type'),
    'Origin',
    `http://evil.example:${String(port)}`,
  )
}
