import type { Mutation } from './mutation.ts'

const security = { file: 'electron/desktop/security.ts', tests: ['test/unit/window.test.ts'] } as const
const page = { file: 'electron/desktop/page-preferences.ts', tests: ['test/unit/window.test.ts'] } as const
const scheme = { file: 'electron/desktop/protocol.ts', tests: ['test/unit/window.test.ts'] } as const
const commandLine = {
  file: 'electron/desktop/command-line.ts',
  tests: ['test/unit/command-line.test.ts'],
} as const

/** What a page may do, and what Windows and others may make the app do. */
export const mutationsOfDesktop: readonly Mutation[] = [
  { ...page, guard: 'the sandbox of a page', before: 'sandbox: true', after: 'sandbox: false' },
  {
    ...page,
    guard: 'the isolation of a page',
    before: 'contextIsolation: true',
    after: 'contextIsolation: false',
  },
  {
    ...security,
    guard: 'the refusal of navigation',
    before: "contents.on('will-navigate', deny)",
    after: '',
  },
  {
    ...security,
    guard: 'the refusal of redirects',
    before: "contents.on('will-redirect', deny)",
    after: '',
  },
  {
    ...security,
    guard: 'the refusal of web views',
    before: "contents.on('will-attach-webview', deny)",
    after: '',
  },
  {
    ...security,
    guard: 'the refusal of other windows',
    before: "setWindowOpenHandler(() => ({ action: 'deny' }))",
    after: "setWindowOpenHandler(() => ({ action: 'allow' }))",
  },
  {
    ...security,
    guard: 'the refusal of permissions that are asked for',
    before: 'callback(permission === copyingText)',
    after: "callback(permission !== '')",
  },
  {
    ...security,
    guard: 'the refusal of permissions that are looked up',
    before: '(_contents, permission) => permission === copyingText',
    after: "(_contents, permission) => permission !== ''",
  },
  {
    ...security,
    tests: ['test/unit/window.test.ts', 'test/unit/strange-addresses.test.ts'],
    guard: 'the refusal of requests to other addresses',
    before: 'callback({ cancel: !request.url.startsWith(`${appOrigin}/`) })',
    after: 'callback({ cancel: false })',
  },
  {
    ...scheme,
    guard: 'the check that our own address is asked',
    before: '`${url.protocol}//${url.host}` !== appOrigin || found === undefined',
    after: 'found === undefined',
  },
  {
    ...scheme,
    guard: 'the rule that only what was built is served',
    before: "files.get(url.pathname === '/' ? '/index.html' : url.pathname)",
    after: "files.get(url.pathname) ?? files.get('/index.html')",
  },
  {
    ...scheme,
    guard: 'the content security policy of the window',
    before: "'content-security-policy': contentSecurityPolicy,",
    after: '',
  },
  {
    file: 'electron/bridge/built-files.ts',
    tests: ['test/unit/window.test.ts'],
    guard: 'the policy that forbids by default',
    before: `"default-src 'none'",`,
    after: '',
  },
  {
    file: 'electron/main.ts',
    tests: ['test/unit/main.test.ts'],
    guard: 'the sandbox of the app as a whole',
    before: 'app.enableSandbox()',
    after: '',
  },
  {
    file: 'electron/main.ts',
    tests: ['test/unit/main.test.ts'],
    guard: 'the rule of one app at a time',
    before: 'if (app.requestSingleInstanceLock({ arguments: [...ownArguments()] })) ',
    after: 'app.requestSingleInstanceLock({ arguments: [...ownArguments()] })\nif (Boolean(1)) ',
  },
  {
    ...commandLine,
    guard: 'the check of what a second start hands over',
    before: "if (!handed.success) return { want: 'window' }",
    after: "if (!handed.success) return { want: 'nothing' }",
  },
  {
    ...commandLine,
    guard: 'the refusal of two machines at once',
    before: "if (another !== undefined || anotherReason !== undefined) return { want: 'window' }",
    after: '',
  },
  {
    file: 'electron/desktop/signature-check.ts',
    tests: ['test/unit/signature-check.test.ts'],
    guard: 'the check of a signature',
    before: "resolve(error === null && output.trim() === 'signed')",
    after: "resolve(error === null && output !== '\\0')",
  },
  {
    file: 'electron/desktop/signature-check.ts',
    tests: ['test/unit/signature-check.test.ts'],
    guard: 'the no where a signature could not be checked',
    before: "resolve(error === null && output.trim() === 'signed')",
    after: "resolve(error !== null || output.trim() === 'signed')",
  },
  {
    file: 'electron/storage/open-log-files.ts',
    tests: ['test/unit/log-files.test.ts'],
    guard: 'the removal of people’s folders from the log',
    before: 'const line = withoutHome(`${date.toISOString()} ${logLine(level, said, values)}`)',
    after: 'const line = withoutHome("") + `${date.toISOString()} ${logLine(level, said, values)}`',
  },
  {
    file: 'electron/core/dispatcher.ts',
    tests: ['test/unit/log-holds-no-names.test.ts'],
    guard: 'the rule that names are not logged',
    before: "log.info('request refused', { name,",
    after: "log.info('request refused', { name, input: JSON.stringify(input),",
  },
]
