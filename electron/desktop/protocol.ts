import { protocol } from 'electron'
import { type BuiltFile, contentSecurityPolicy } from '../bridge/built-files.ts'

export const appOrigin = 'app://savepoint'

/** Must run before Electron is ready. No more privileges than a page of modules and styles needs. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
}

/** Serves the built window, and nothing else, under `app://savepoint/`. A request is only ever looked up, never joined to a folder. */
export function serveApp(files: ReadonlyMap<string, BuiltFile>): void {
  protocol.handle('app', ({ method, url }) => answer(files, method, new URL(url)))
}

function answer(files: ReadonlyMap<string, BuiltFile>, method: string, url: URL): Response {
  const found = files.get(url.pathname === '/' ? '/index.html' : url.pathname)
  if (`${url.protocol}//${url.host}` !== appOrigin || found === undefined)
    return new Response('Not found', { status: 404, headers })
  if (method !== 'GET') return new Response('Method not allowed', { status: 405, headers })
  return new Response(found.body, { headers: { ...headers, 'content-type': found.type } })
}

const headers = {
  'content-type': 'text/plain; charset=utf-8',
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const
