import { gzipSync } from 'node:zlib'
import { type Attacked, type HostileRow, bytesOf, goodPosts, goodRequest } from './hostile-row.ts'

/** Good requests with a body that is none, or that asks for what no schema lets through. */
export const rowsOfBodies: readonly HostileRow[] = [
  ...notJson().flatMap(([what, body]) =>
    goodPosts.map((name) => ({
      name: `a body of ${what}, on ${name}`,
      pieces: (at: Attacked) => [bytesOf({ ...goodRequest(name, at), body })],
    })),
  ),
  ...goodPosts.slice(0, 2).flatMap((name) =>
    notAllowed().map(([what, body]) => ({
      name: `a body of ${what}, on ${name}`,
      isDispatched: true,
      pieces: (at: Attacked) => [bytesOf({ ...goodRequest(name, at), body: body.replaceAll('VM', at.vmId) })],
    })),
  ),
  ...goodPosts.slice(2).flatMap((name) =>
    notKeys().map((body) => ({
      name: `a body of ${body}, on ${name}`,
      pieces: (at: Attacked) => [bytesOf({ ...goodRequest(name, at), body: body.replaceAll('KEY', at.key) })],
    })),
  ),
  ...settings().map((body) => ({
    name: `settings of ${body.slice(0, 60)}`,
    isDispatched: true,
    pieces: (at: Attacked) => [
      bytesOf({ ...goodRequest('a call that reads', at), target: '/bridge/call/settings.change', body }),
    ],
  })),
]

function notJson(): readonly (readonly [what: string, body: string | Buffer])[] {
  const json = '{"vmId":"5a7e0001-1c0d-4e5a-9b01-00000000a001"}'
  return [
    ['nothing', ''],
    ['blanks', ' \r\n\t '],
    ['half of it', '{"vmId":'],
    ['something behind it', `${json}x`],
    ['two of it', `${json}${json}`],
    ['single quotes', "{'vmId':1}"],
    ['a comment', '{/**/}'],
    ['a trailing comma', '{"vmId":1,}'],
    ['undefined', 'undefined'],
    ['NaN', '{"vmId":NaN}'],
    ['Infinity', '{"vmId":Infinity}'],
    ['hexadecimal', '{"vmId":0x1}'],
    ['a form', 'vmId=5a7e0001-1c0d-4e5a-9b01-00000000a001'],
    ['a form that looks like it', '{"vmId":"5a7e0001-1c0d-4e5a-9b01-00000000a001","x":"=y"}&'],
    ['parts', '--x\r\nContent-Disposition: form-data; name="vmId"\r\n\r\n1\r\n--x--\r\n'],
    ['markup', '<script>1</script>'],
    ['a script that yields it', `)]}',\n${json}`],
    ['a byte order mark first', `\uFEFF${json}`],
    ['UTF-16', Buffer.from(`\uFEFF${json}`, 'utf16le')],
    ['broken UTF-8', Buffer.concat([Buffer.from('{"vmId":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])],
    [
      'UTF-8 that is too long',
      Buffer.concat([Buffer.from('{"vmId":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]),
    ],
    [
      'half a surrogate',
      Buffer.concat([Buffer.from('{"vmId":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
    ],
    ['NUL', '{"vmId":"\0"}'],
    ['a line break in a text', '{"vmId":"\n"}'],
    ['gzip', gzipSync(json)],
    ['noise', Buffer.from(Array.from({ length: 4_096 }, (_, index) => (index * 167) % 256))],
    ['300,000 characters', `"${'x'.repeat(300_000)}"`],
    ['a depth that never ends', '['.repeat(200_000)],
  ]
}

function notAllowed(): readonly (readonly [what: string, body: string])[] {
  const vm = '"vmId":"VM"'
  return [
    ['null', 'null'],
    ['a number', '1'],
    ['true', 'true'],
    ['a text', '"VM"'],
    ['a list', `[{${vm}}]`],
    ['a depth of 100,000 lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a depth of 20,000 objects', `${'{"vmId":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['depth behind the right Id', `{${vm},"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['__proto__', `{${vm},"__proto__":{"polluted":true}}`],
    ['__proto__ alone', '{"__proto__":{"vmId":"VM"}}'],
    ['constructor', `{${vm},"constructor":{"prototype":{"polluted":true}}}`],
    ['toString', `{${vm},"toString":1}`],
    ['an unknown field', `{${vm},"seen":true,"force":true}`],
    ['one field twice, the last of them wrong', `{${vm},"vmId":"x"}`],
    ['one field twice by an escape', `{${vm},"vm\\u0049d":["VM"]}`],
    ['a huge number', `{"vmId":1e400}`],
    ['a number past all integers', `{"vmId":9007199254740993}`],
    ['minus nothing', '{"vmId":-0}'],
    ['an Id in braces', '{"vmId":"{VM}"}'],
    ['an Id with a line break', '{"vmId":"VM\\n"}'],
    ['an Id with NUL', '{"vmId":"VM\\u0000"}'],
    ['an Id with more behind it', '{"vmId":"VM; Remove-VM *"}'],
    ['a pattern for an Id', '{"vmId":"*"}'],
    ['a list for an Id', '{"vmId":["VM"]}'],
    ['an object for an Id', '{"vmId":{"toString":"VM"}}'],
    ['half a surrogate for an Id', '{"vmId":"\\ud800"}'],
    ['200,000 characters for an Id', `{"vmId":"${'x'.repeat(200_000)}"}`],
  ]
}

function notKeys(): readonly string[] {
  return [
    ...['{}', 'null', '[]', '"KEY"', '["KEY"]', '{"key":["KEY"]}', '{"key":{"key":"KEY"}}', '{"key":null}'],
    ...['{"key":""}', '{"key":true}', '{"Key":"KEY"}', '{"KEY":"KEY"}', '{"__proto__":{"key":"KEY"}}'],
    ...[
      '{"key":"KEY ","x":1}',
      '{"key":" KEY"}',
      '{"key":"KEY\\n"}',
      '{"key":"KEY\\u0000"}',
      '{"key":"#KEY"}',
    ],
    ...[
      '{"key":"KEYKEY"}',
      '{"key":"KEY","key":""}',
      '{"key":"KEY="}',
      '{"key":"*"}',
      '{"key":{"length":43}}',
    ],
  ]
}

/** The settings are kept in a file, so what would be let through would be seen there. */
function settings(): readonly string[] {
  return [
    ...[
      '[]',
      'null',
      '{"theme":"evil"}',
      '{"undoSeconds":1e9}',
      '{"undoSeconds":-1}',
      '{"isWelcomed":"yes"}',
    ],
    ...[
      '{"__proto__":{"isWelcomed":true}}',
      '{"isWelcomed":true,"__proto__":{"x":1}}',
      '{"isWelcomed":true,"x":1}',
    ],
    ...[
      '{"isWelcomed":true,"constructor":1}',
      `{"nameTemplate":"${'x'.repeat(100_000)}"}`,
      '{"theme":["dark"]}',
    ],
  ]
}
