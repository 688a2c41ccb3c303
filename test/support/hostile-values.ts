import fc from 'fast-check'

/** What attacks whoever joins, parses, prints or compares texts, and what people and programs really send. */
const texts: readonly string[] = [
  ...[
    "'",
    '"',
    '‘’‚‛',
    '“”„',
    '`',
    '$(calc)',
    '${env:x}',
    '@{}',
    ';',
    '|',
    '&',
    '%',
    '–—―',
    '-Name',
    '--%',
    "'@",
  ],
  ...[
    '*',
    '?',
    '[a-z]',
    '[',
    'CON',
    'NUL.txt',
    'ends.',
    'ends ',
    '\\\\?\\C:\\',
    '..',
    '..\\..',
    '/',
    ':',
    'a:b',
  ],
  ...[
    '\\\\evil\\share',
    '\uD800',
    '\u0000',
    '\u0007',
    '\u0085',
    '\uFEFF',
    '\u2028',
    '\u202Eexe',
    '\u200B',
    'e\u0301',
  ],
  ...[
    'é',
    '👩‍👩‍👧',
    'ＡＢＣ',
    'x'.repeat(100),
    'x'.repeat(101),
    'x'.repeat(100_000),
    '',
    ' ',
    '\n',
    '\r\nSP 1 done {}',
  ],
  ...['<img src=x onerror=alert(1)>', 'javascript:1', '{{constructor.constructor("x")()}}', '</script>'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf'],
  ...[
    '0',
    'NaN',
    '9007199254740993',
    '18446744073709551615',
    '/Date(1700000000000)/',
    '0001-01-01T00:00:00Z',
  ],
  ...[
    '9999-12-31T23:59:59.9999999Z',
    '2026-10-25T02:30:00',
    'System.Object[]',
    'null',
    'true',
    '[object Object]',
  ],
  ...['5a7e0001-1c0d-4e5a-9b01-00000000a001', '5A7E0001-1C0D-4E5A-9B01-00000000A001'],
  ...['{5a7e0001-1c0d-4e5a-9b01-00000000a001}', '5a7e0001-1c0d-4e5a-9b01-00000000a001\n', '5a7e0001'],
]

const others: readonly unknown[] = [
  ...[0, -0, -1, 0.5, 2 ** 53 + 1, 1e308, true, false, null, [], {}, [[]], [null], ['__proto__']],
  ...['{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}'].map(
    (text): unknown => JSON.parse(text),
  ),
  deep(500),
]

/** As it may stand in JSON. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...texts) },
  { weight: 2, arbitrary: fc.constantFrom(...others) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
)

const keys = ['__proto__', 'constructor', 'toString', 'vmId', 'id', 'polluted', '']

/** The same but in one place, where something else stands, too much, or nothing. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(value)
  const change = fc.oneof(
    { weight: 4, arbitrary: hostileValue.map((other) => (): unknown => other) },
    { weight: 1, arbitrary: fc.constant(() => undefined) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...keys), hostileValue).map(
        ([key, other]) =>
          (old: unknown) =>
            withKey(old, key, other),
      ),
    },
    { weight: 1, arbitrary: fc.constant((old: unknown): unknown => [old, old]) },
  )
  return fc
    .tuple(fc.nat({ max: places.length - 1 }), change)
    .map(([place, changed]) => changedAt(value, places[place] ?? [], changed))
}

type Place = readonly (string | number)[]

function placesIn(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [place]
  const inner = Object.entries(value).flatMap(([key, each]) =>
    placesIn(each, [...place, Array.isArray(value) ? Number(key) : key]),
  )
  return [place, ...inner]
}

function changedAt(value: unknown, [key, ...rest]: Place, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value)
  if (Array.isArray(value))
    return value.map((each: unknown, at): unknown => (at === key ? changedAt(each, rest, change) : each))
  const entries = Object.entries(value as object)
  return Object.fromEntries(
    entries.map(([at, each]) => [at, at === key ? changedAt(each, rest, change) : each]),
  )
}

/** An own key whatever it is called, as JSON.parse would make it. */
function withKey(old: unknown, key: string, value: unknown): unknown {
  if (typeof old !== 'object' || old === null || Array.isArray(old)) return { [key]: value }
  return Object.fromEntries([...Object.entries(old), [key, value]])
}

function deep(levels: number): unknown {
  const nested: unknown = JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`)
  return nested
}
