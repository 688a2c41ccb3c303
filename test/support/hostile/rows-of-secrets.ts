import {
  type Attacked,
  type HostileRow,
  bytesOf,
  goodRequest,
  goodRequests,
  rowsOver,
  withHeader,
} from './hostile-row.ts'

/** Requests of somebody who is no page of ours but looks like one, and has a key or a cookie that is not good. */
export function rowsOfSecrets(): readonly HostileRow[] {
  return [
    ...Object.entries(keys).map(([what, key]) => ({
      name: `a key ${what}`,
      pieces: (at: Attacked) => [
        bytesOf({ ...goodRequest('the exchange of the key', at), body: JSON.stringify({ key: key(at) }) }),
      ],
    })),
    ...Object.entries(elsewhere).map(([what, spoil]) => ({
      name: `the key ${what}`,
      pieces: (at: Attacked) => {
        const request = goodRequest('the exchange of the key', at)
        return [bytesOf({ ...request, body: '{}', ...spoil(at, request.headers) })]
      },
    })),
    ...Object.entries(cookies).flatMap(([what, cookie]) =>
      rowsOver(signedIn, `a cookie ${what}`, (request, at) => withHeader(request, 'Cookie', cookie(at))),
    ),
    ...['Authorization', 'X-Savepoint', 'Cookie2', 'Set-Cookie', 'X-Cookie', 'Proxy-Authorization'].flatMap(
      (name) =>
        rowsOver(signedIn, `the session in ${name}`, (request, at) =>
          withHeader(withHeader(request, 'Cookie', undefined), name, at.cookie),
        ),
    ),
    ...rowsOver(signedIn, 'the session in the query', (request, at) => ({
      ...withHeader(request, 'Cookie', undefined),
      target: `${request.target}?${at.cookie}&key=${at.key}`,
    })),
  ]
}

const signedIn = goodRequests.filter((name) => name !== 'the exchange of the key')

const keys: Readonly<Record<string, (at: Attacked) => string>> = {
  'that was used already': ({ usedKey }) => usedKey,
  'of an earlier start': ({ earlier }) => earlier.key,
  'that is empty': () => '',
  'one shorter': ({ key }) => key.slice(0, -1),
  'without its first sign': ({ key }) => key.slice(1),
  'one longer': ({ key }) => `${key}A`,
  'in capitals': ({ key }) => key.toUpperCase(),
  'in small letters': ({ key }) => key.toLowerCase(),
  backwards: ({ key }) => Array.from(key).toReversed().join(''),
  twice: ({ key }) => `${key}${key}`,
  'in quotes': ({ key }) => `"${key}"`,
  'with its number sign': ({ key }) => `#${key}`,
  'with a blank': ({ key }) => `${key} `,
  'in base64': ({ key }) => Buffer.from(key).toString('base64'),
  'as its bytes': ({ key }) => Buffer.from(key, 'base64url').toString('latin1'),
  'as hexadecimal': ({ key }) => Buffer.from(key, 'base64url').toString('hex'),
  'of 200,000 signs': ({ key }) => key.padEnd(200_000, 'A'),
  'that is the cookie': ({ cookie }) => cookie.replace(/^.*=/, ''),
  'of nothing but A': ({ key }) => key.replaceAll(/./g, 'A'),
  ...Object.fromEntries(
    [0, 7, 21, 36].map((place) => [
      `with sign ${String(place)} changed`,
      ({ key }: Attacked) => `${key.slice(0, place)}${key[place] === 'A' ? 'B' : 'A'}${key.slice(place + 1)}`,
    ]),
  ),
}

type Spoilt = Partial<ReturnType<typeof goodRequest>>

const elsewhere: Readonly<Record<string, (at: Attacked, headers: Spoilt['headers'] & object) => Spoilt>> = {
  'in the query': ({ key }) => ({ target: `/bridge/session?key=${key}` }),
  'behind a number sign': ({ key }) => ({ target: `/bridge/session#${key}` }),
  'in the path': ({ key }) => ({ target: `/bridge/session/${key}` }),
  'in a header': ({ key }, headers) => ({ headers: [...headers, ['Authorization', `Bearer ${key}`]] }),
  'as the cookie': ({ key, port }, headers) => ({
    headers: [...headers, ['Cookie', `savepoint-${String(port)}=${key}`]],
  }),
  'as a form': ({ key }) => ({ body: `key=${key}` }),
  'as a text': ({ key }) => ({ body: key }),
}

const cookies: Readonly<Record<string, (at: Attacked) => string | readonly string[] | undefined>> = {
  'left out': () => undefined,
  'that is empty': () => '',
  'without a value': ({ cookie }) => cookie.replace(/=.*/, '='),
  'without a name': ({ cookie }) => cookie.replace(/^.*=/, ''),
  'that is the value of nothing': ({ cookie }) => cookie.replace(/^.*=/, '='),
  'one shorter': ({ cookie }) => cookie.slice(0, -1),
  'one longer': ({ cookie }) => `${cookie}A`,
  'in capitals': ({ cookie }) => cookie.replace(/=.*/, (value) => value.toUpperCase()),
  'in small letters': ({ cookie }) => cookie.replace(/=.*/, (value) => value.toLowerCase()),
  'whose name is in capitals': ({ cookie }) => cookie.replace('savepoint', 'SAVEPOINT'),
  'in quotes': ({ cookie }) => `${cookie.replace('=', '="')}"`,
  'with a bit changed': ({ cookie }) =>
    `${cookie.slice(0, -3)}${cookie.at(-3) === 'A' ? 'B' : 'A'}${cookie.slice(-2)}`,
  twice: ({ cookie }) => `${cookie}; ${cookie}`,
  'in two headers': ({ cookie }) => [cookie, cookie],
  'beside a wrong one': ({ cookie }) => `${cookie}; ${cookie.replace(/=.*/, '=x')}`,
  'behind a wrong one': ({ cookie }) => `${cookie.replace(/=.*/, '=x')}; ${cookie}`,
  'behind a comma': ({ cookie }) => `a=b, ${cookie}`,
  'with a comma behind': ({ cookie }) => `${cookie},`,
  'with a blank in its name': ({ cookie }) => cookie.replace('=', ' ='),
  'with a blank before its value': ({ cookie }) => cookie.replace('=', '= '),
  'with two equal signs': ({ cookie }) => cookie.replace('=', '=='),
  escaped: ({ cookie }) => cookie.replace('savepoint', '%73avepoint'),
  'inside another': ({ cookie }) => `x=${cookie}`,
  'of another port': ({ cookie }) => cookie.replace(/-\d+=/, '-1='),
  'of no port': ({ cookie }) => cookie.replace(/-\d+=/, '='),
  'of an earlier start': ({ earlier }) => earlier.cookie,
  'of an earlier start under the name of this one': ({ cookie, earlier }) =>
    `${cookie.replace(/=.*/, '')}=${earlier.cookie.replace(/^.*=/, '')}`,
  'that is the key': ({ cookie, key }) => cookie.replace(/=.*/, `=${key}`),
  'that is the used key': ({ cookie, usedKey }) => cookie.replace(/=.*/, `=${usedKey}`),
  'that names __proto__': () => '__proto__=1; constructor=1',
  'of 8,000 pairs': () => 'a=b; '.repeat(2_000),
}
