import { type Attacked, type HostileRow, bytesOf, goodRequest } from './hostile-row.ts'

/** Good requests for what is not there, or is not said as browsers say it. */
export const rowsOfTargets: readonly HostileRow[] = [
  ...operations().map((name) => ({
    name: `the operation ${JSON.stringify(name)}`,
    isDispatched: true,
    pieces: (at: Attacked) => [
      bytesOf({ ...goodRequest('a call that changes', at), target: `/bridge/call/${name}` }),
    ],
  })),
  ...callTargets().map((target) => ({
    name: `a call at ${target}`,
    pieces: (at: Attacked) => [bytesOf({ ...goodRequest('a call that changes', at), target })],
  })),
  ...pages().map((target) => ({
    name: `the page ${target}`,
    pieces: (at: Attacked) => [bytesOf({ ...goodRequest('a page', at), target: withPort(target, at) })],
  })),
]

function withPort(target: string, { port }: Attacked): string {
  return target.replace('PORT', String(port))
}

/** As they stand after /bridge/call/, each in one segment that is written as browsers write it. */
function operations(): readonly string[] {
  return [
    ...listed(String.raw`
      __proto__ constructor toString valueOf hasOwnProperty prototype then %5f%5fproto__ %63onstructor
      toString%00 vm.list%00 vm.list%20 %20vm.list vm.list%0a VM.LIST vm.List vm vm. .list * vm.*
      vm.list,checkpoint.create vm.list;x vm.list%2f ..%2fvm.list checkpoint.create%2f..%2fvm.list
      checkpoint%2ecreate%00 %252e 0 null undefined [object] checkpoint%E2%80%A4create
      checkpoint.creat%65%20 %F0%9F%92%A3 $where %E0%A4%A % %zz eval
    `),
    'x'.repeat(4_000),
  ]
}

function callTargets(): readonly string[] {
  return [
    ...listed(String.raw`
      /bridge/call/ /bridge/call /bridge//call/checkpoint.create /bridge/call//checkpoint.create
      //bridge/call/checkpoint.create /bridge/call/checkpoint.create/ /bridge/call/checkpoint.create/x
      /bridge/call/./checkpoint.create /bridge/x/../call/checkpoint.create
      /./bridge/call/checkpoint.create /bridge/%2e/call/checkpoint.create
      /bridge/call/x/%2e%2e/checkpoint.create /BRIDGE/call/checkpoint.create
      /bridge\call\checkpoint.create /bridge%2fcall%2fcheckpoint.create /bridge;x/call/checkpoint.create
      bridge/call/checkpoint.create * http://evil.example/bridge/call/checkpoint.create /session
      http://127.0.0.1/bridge/call/checkpoint.create https://127.0.0.1/bridge/call/checkpoint.create /
      /bridge/call/checkpoint.create#x /bridge/events /bridge/open /index.html
    `),
    '/bridge/call/checkpoint.create?a=b c',
    '/bridge/call/checkpoint.create\t',
    '/bridge/call/checkpoint.create\0',
    '/bridge/call/checkpoint.create"',
    '/bridge/call/é.create',
  ]
}

/** Beside the folder with the built files lies package.json, and what is no file of it does not exist. */
function pages(): readonly string[] {
  return [
    ...listed(String.raw`
      /../package.json /../../package.json /%2e%2e/package.json /.%2e/package.json /%2E%2E/package.json
      /..%2fpackage.json /..%5cpackage.json /..\package.json /%2e%2e%2fpackage.json
      /%252e%252e/package.json /%252e%252e%252fpackage.json /..%252fpackage.json /....//package.json
      /..;/package.json /..%00/package.json /%c0%ae%c0%ae/package.json /%uff0e%uff0e/package.json
      /%e0%80%ae%e0%80%ae/package.json /%2f..%2fpackage.json /assets/../../package.json
      /assets/..%2f..%2fpackage.json /assets/%2e%2e/%2e%2e/package.json /package.json //package.json
      ///package.json /\package.json /./package.json /%2e/package.json /;/package.json /index.html%00
      /index.html%00.js /index.html%20 /index.html. /index.html::$DATA /index.html/ /index.html;x
      /index.html%2f /INDEX.HTML /index%2ehtml%00 //index.html /./index.html /x/../index.html
      /index.html#x /%69ndex.html%3f /index.html~ /.env /.git/config /node_modules /etc/passwd
      /%2fetc%2fpasswd //etc/passwd /C:/Windows/win.ini /C%3A%5CWindows%5Cwin.ini /con /NUL /\\evil\share
      /%5c%5cevil%5cshare //evil.example/index.html //evil.example@127.0.0.1/ /__proto__ /constructor
      /toString /hasOwnProperty /% /%zz /%E0%A4%A /é /" /<script> /{{1+1}} http://evil.example/index.html
      http://127.0.0.1:PORT/index.html https://127.0.0.1:PORT/index.html http://evil.example:PORT/
      HTTP://127.0.0.1:PORT/ file:///etc/passwd about:blank index.html * ? # 127.0.0.1:PORT @evil.example/
      :80/ /bridge /bridge/ /bridge/session /bridge/call/vm.list /sw.js /favicon.ico /robots.txt
      /crossdomain.xml /.well-known/x /json/version /socket.io/ /ws
    `),
    `/${'x'.repeat(12_000)}`,
    `/${'%2e'.repeat(4_000)}`,
  ]
}

/** Words with blanks between them, of which none has one. */
function listed(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
