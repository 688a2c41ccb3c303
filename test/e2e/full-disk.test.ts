import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, describe, onTestFinished } from 'vitest'
// @ts-expect-error The start runs before anything is built, so it is plain JavaScript.
import * as module from '../../build/build-if-stale.mjs'
import { callApp } from './call-app.ts'

const { buildIfStale } = module as { readonly buildIfStale: (root: string) => Promise<void> }
const root = fileURLToPath(new URL('../..', import.meta.url))
/** More than there is room for. */
const recentExportFolders = Array.from(
  { length: 10 },
  (_, index) => `D:\\${'x'.repeat(2_000)}${String(index)}`,
)
const kept = JSON.stringify({ theme: 'dark', recentExportFolders })

/** The app where a file takes some kilobytes and no byte more, as on a disk that gets full while it is written to. */
async function startWithoutRoom(data: string) {
  const child = spawn('sh', ['-c', 'ulimit -f 8; exec "$@"', 'sh', ...program], {
    cwd: root,
    env: { ...process.env, SAVEPOINT_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  })
  await expect.poll(() => output, { timeout: 60_000 }).toMatch(/^Savepoint is open at /m)
  return { url: /^Savepoint is open at (\S+)$/m.exec(output)![1]!, output: () => output }
}

const program = [process.execPath, join(root, 'out', 'browser', 'browser.js'), '--no-open', '--demo']

// Windows has no such limit.
describe.skipIf(process.platform === 'win32')('The app on a disk that is full', () => {
  it('holds what is set for as long as it runs, says so, and leaves what was kept whole', async () => {
    await buildIfStale(root)
    const data = mkdtempSync(join(tmpdir(), 'savepoint-full-'))
    onTestFinished(() => {
      rmSync(data, { recursive: true, force: true })
    })
    writeFileSync(join(data, 'settings.json'), kept)
    const app = await startWithoutRoom(data)
    const call = await callApp(app.url)
    const before = await call('settings.read', {})
    const after = await call('settings.change', { theme: 'light' })
    expect([before.settings.theme, before.problem]).toEqual(['dark', null])
    expect(after).toMatchObject({
      settings: { theme: 'light' },
      problem: expect.stringContaining('Look whether the disk is full') as string,
    })
    expect((await call('settings.read', {})).settings.theme).toBe('light')
    expect(await call('vm.ids', {})).not.toEqual([])
    expect(app.output()).toContain('settings could not be kept')
    expect(readFileSync(join(data, 'settings.json'), 'utf8')).toBe(kept)
    expect(readdirSync(data).filter((name) => name.startsWith('settings'))).toEqual(['settings.json'])
  })
})
