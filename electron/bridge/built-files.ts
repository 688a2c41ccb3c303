import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

export interface BuiltFile {
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
}

/** The window's files by their URL path, all read at the start: what is not in this map does not exist, so no path is ever joined later. */
export async function readBuiltFiles(folder: string): Promise<ReadonlyMap<string, BuiltFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const pairs = await Promise.all(
    files.map(async (file): Promise<[string, BuiltFile]> => {
      const path = `/${relative(folder, file).split(sep).join('/')}`
      return [
        path,
        {
          type: types[extname(file)] ?? 'application/octet-stream',
          body: new Uint8Array(await readFile(file)),
        },
      ]
    }),
  )
  return new Map(pairs)
}

/** What every page of ours is served with, over either bridge. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // No text becomes markup or script but through Vue, which sets what its compiler took from our own templates.
  "require-trusted-types-for 'script'",
  'trusted-types vue',
].join('; ')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
