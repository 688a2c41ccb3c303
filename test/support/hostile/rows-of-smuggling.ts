import { type HostileRow, bytesOf, goodRequest } from './hostile-row.ts'

/** Two readers would see two different requests in each of these; the one inside has nothing wrong but where it stands. */
export function rowsOfSmuggling(): readonly HostileRow[] {
  const shapes: readonly (readonly [name: string, headers: readonly (readonly [string, string])[]])[] = [
    [
      'a length and chunks',
      [
        ['Content-Length', '5'],
        ['Transfer-Encoding', 'chunked'],
      ],
    ],
    [
      'chunks and a length',
      [
        ['Transfer-Encoding', 'chunked'],
        ['Content-Length', '5'],
      ],
    ],
    [
      'chunks by another writing',
      [
        ['Content-Length', '5'],
        ['Transfer-Encoding', '\tchunked'],
      ],
    ],
    [
      'chunks with a blank before the colon',
      [
        ['Content-Length', '5'],
        ['Transfer-Encoding ', 'chunked'],
      ],
    ],
    [
      'chunks twice',
      [
        ['Transfer-Encoding', 'chunked'],
        ['Transfer-Encoding', 'chunked'],
      ],
    ],
    [
      'chunks after something else',
      [
        ['Transfer-Encoding', 'cow'],
        ['Transfer-Encoding', 'chunked'],
      ],
    ],
  ]
  return shapes.map(([name, added]) => ({
    name: `a request inside another, by ${name}`,
    pieces: (at) => {
      const inner = bytesOf(goodRequest('a call that changes', at)).toString('latin1')
      const outer = goodRequest('a call that reads', at)
      return [bytesOf({ ...outer, headers: [...outer.headers, ...added], body: `0\r\n\r\n${inner}` })]
    },
  }))
}
