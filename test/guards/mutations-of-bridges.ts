import type { Mutation } from './mutation.ts'

const ipc = { file: 'electron/bridge/ipc.ts', tests: ['test/unit/ipc.test.ts'] } as const
const trust = { file: 'electron/bridge/trust.ts', tests: ['test/unit/http-bridge.test.ts'] } as const
const plain = {
  file: 'electron/bridge/plain-request.ts',
  tests: ['test/unit/http-bridge.test.ts', 'test/unit/hostile-bridge.test.ts'],
} as const
const routes = { file: 'electron/bridge/routes.ts', tests: ['test/unit/http-bridge.test.ts'] } as const
const door = { file: 'electron/core/dispatcher.ts', tests: ['test/unit/door.test.ts'] } as const

/** Who may ask, and what gets in. */
export const mutationsOfBridges: readonly Mutation[] = [
  {
    ...ipc,
    guard: 'the check who asks over IPC',
    before: 'if (!isTrusted(senderFrame, contents, origin)) return failed(untrusted)',
    after: '',
  },
  {
    ...ipc,
    guard: 'the check that the main frame asks',
    before: 'if (senderFrame === null || senderFrame !== contents.mainFrame) return false',
    after: 'if (senderFrame === null) return false',
  },
  {
    ...ipc,
    guard: 'the refusal of a frame that is gone',
    before: 'if (senderFrame === null || senderFrame !== contents.mainFrame) return false',
    after: 'if (senderFrame === null) return true\n  if (senderFrame !== contents.mainFrame) return false',
  },
  {
    ...ipc,
    guard: 'the check of the page’s origin',
    before: 'return `${protocol}//${host}` === origin',
    after: 'return protocol !== "" || host === origin',
  },
  {
    ...ipc,
    guard: 'the check who says that it listens',
    before: 'if (isTrusted(senderFrame, contents, origin)) onListening()',
    after: 'onListening()',
  },
  {
    ...ipc,
    guard: 'the check that the name of a request is a text',
    before: "if (typeof name !== 'string') return failed(nameless)",
    after: '',
    tests: ['test/unit/ipc.test.ts', 'test/unit/hostile-ipc.test.ts'],
  },
  {
    ...trust,
    guard: 'the check of Host',
    before: 'if (!isOurHost(headers.host, port()) || !isPlainRequest(request)) return false',
    after: 'if (!isPlainRequest(request)) return false',
  },
  {
    ...trust,
    guard: 'the check of Origin',
    before: "if (origin !== undefined && origin !== `http://${headers.host ?? ''}`) return false",
    after: '',
  },
  {
    ...trust,
    guard: 'the check that a call has an Origin',
    before: "(method === 'POST' && origin !== undefined)",
    after: "method === 'POST'",
  },
  {
    ...trust,
    guard: 'the check of Sec-Fetch-Site',
    before: "if (site !== undefined && site !== 'same-origin' && site !== 'none') return false",
    after: '',
  },
  {
    ...trust,
    guard: 'the comparison of the key',
    before: 'if (keyHash === null || !equal(hash(key), keyHash)) return null',
    after: 'if (keyHash === null) return null',
  },
  {
    ...trust,
    guard: 'the end of a key that was used',
    before: 'keyHash = null\n      return `${cookieName()}',
    after: 'return `${cookieName()}',
  },
  {
    ...trust,
    guard: 'the comparison of the cookie',
    before: "equal(hash(ours[0]?.slice(cookieName().length + 1) ?? ''), hash(session))",
    after: 'true',
  },
  {
    ...trust,
    guard: 'the flags of the cookie',
    before: '; HttpOnly; SameSite=Strict',
    after: '',
  },
  {
    ...plain,
    guard: 'the refusal of what is sent twice',
    before: 'onceAtMost.every((once) => names.indexOf(once) === names.lastIndexOf(once)) &&',
    after: '',
  },
  {
    ...plain,
    guard: 'the refusal of a body in an unusual shape',
    before: '!neverSent.some((never) => names.includes(never)) &&',
    after: '',
  },
  {
    ...plain,
    guard: 'the refusal of a path that two could read as two',
    before: "isAsBrowsersWriteIt(url ?? '') &&",
    after: '',
  },
  {
    ...plain,
    guard: 'the limit of the number of headers',
    before: 'names.length <= mostHeaders &&',
    after: '',
  },
  {
    ...plain,
    guard: 'the refusal of a body where none belongs',
    before: "(method !== 'GET' || headers['content-length'] === undefined)",
    after: "method !== ''",
  },
  {
    ...routes,
    guard: 'the need of a cookie',
    before: "if (trust.hasSession(context.req.header('cookie'))) return next()",
    after: "if (context.req.path !== '') return next()",
  },
  {
    ...routes,
    guard: 'the limit of a body',
    before: "hono.post('/bridge/call/:name', limit, async (context) => {",
    after: "hono.post('/bridge/call/:name', async (context) => {",
  },
  {
    ...routes,
    guard: 'the limit of a body that comes before a session',
    before: "hono.post('/bridge/session', limit, async (context) => {",
    after: "hono.post('/bridge/session', async (context) => {",
  },
  {
    ...routes,
    guard: 'the line in the log about a defect over loopback',
    before: "options.log.warn('defect', { error: error.stack ?? error.message })",
    after: 'void error',
  },
  {
    file: 'electron/bridge/http.ts',
    tests: ['test/unit/http-bridge.test.ts'],
    guard: 'the headers that forbid foreign content',
    before: 'for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value)',
    after: '',
  },
  {
    file: 'electron/bridge/read-json.ts',
    tests: ['test/unit/http-bridge.test.ts'],
    guard: 'the check that a body is called JSON',
    before: "if (!isJson.test(request.headers['content-type'] ?? '')) return undefined",
    after: '',
  },
  {
    file: 'electron/bridge/routes.ts',
    tests: ['test/unit/http-bridge.test.ts'],
    guard: 'the limit of a body over loopback',
    before: 'length > longestBody',
    after: 'false',
  },
  {
    file: 'electron/bridge/refusals.ts',
    tests: ['test/unit/http-bridge.test.ts'],
    guard: 'the content security policy over loopback',
    before: "'content-security-policy': contentSecurityPolicy,",
    after: '',
  },
  {
    file: 'electron/bridge/refusals.ts',
    tests: ['test/unit/http-bridge.test.ts', 'test/unit/hostile-bridge.test.ts'],
    guard: 'the rule that no page of another origin reads an answer',
    before: "'cross-origin-resource-policy': 'same-origin',",
    after: "'access-control-allow-origin': '*',",
  },
  {
    ...door,
    guard: 'the check of the input before its handler',
    before: 'if (!parsed.success) return failed(inputFailure(parsed.error))',
    after: '',
  },
  {
    ...door,
    guard: 'the check that the handler gets what was checked',
    before: 'await handler(parsed.data)',
    after: 'await handler(input)',
  },
  {
    ...door,
    guard: 'the list of what can be asked',
    before: 'return Object.hasOwn(operations, name)',
    after: 'return name in operations',
  },
  {
    file: 'electron/contract/model.ts',
    tests: ['test/unit/door.test.ts', 'test/unit/dispatcher.test.ts'],
    guard: 'the rule that a machine is meant by its Id',
    before: "export const VmId = z.guid('This is not the Id of a virtual machine.').toLowerCase()",
    after: 'export const VmId = z.string()',
  },
]
