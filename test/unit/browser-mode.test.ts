import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { serveHttpBridge } from '../../electron/bridge/http.ts'
import { silentLog } from '../support/silent-log.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Every file of ours that a file loads, and by name whatever else it imports. */
function loadedBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = readFileSync(join(root, file), 'utf8')
  for (const [, from = ''] of text.matchAll(/^(?:import|export) [^'"]*?'([^']+)'/gm)) {
    if (from.startsWith('.') && from.endsWith('.ts')) loadedBy(join(dirname(file), from), seen)
    else seen.add(from)
  }
  return seen
}

describe('The browser mode', () => {
  it('is no part of the app’s own program, of which nothing listens on a port', () => {
    const [ofWindow, ofBrowser] = [loadedBy('electron/main.ts'), loadedBy('electron/browser.ts')]
    const listening = ['node:http', 'node:net', 'node:https', 'electron/bridge/http.ts', '@hono/node-server']
    expect([ofWindow.size > 100, listening.filter((each) => ofWindow.has(each))]).toEqual([true, []])
    expect(ofBrowser).toContain('electron/bridge/http.ts')
  })

  it('has a key of 256 bits behind the number sign of its address, another at each time', async () => {
    const bridge = await serveHttpBridge({
      app: {
        dispatch: () => Promise.reject(new Error('Nobody asks.')),
        subscribe: () => () => undefined,
        close: () => Promise.resolve(),
      },
      files: new Map(),
      port: 0,
      onStaleKey: () => undefined,
      log: silentLog,
    })
    const urls = Array.from({ length: 100 }, () => new URL(bridge.newOpeningUrl()))
    await bridge.close()
    const keys = urls.map(({ hash }) => Buffer.from(hash.slice(1), 'base64url'))
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(100)
    expect(new Set(keys.map(({ length }) => length))).toEqual(new Set([32]))
    expect(new Set(urls.map(({ pathname, search }) => pathname + search))).toEqual(new Set(['/']))
  })
})
