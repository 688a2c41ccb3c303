import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
// @ts-expect-error The start runs before anything is built, so it is plain JavaScript.
import * as module from '../../build/find-electron.mjs'

const { findElectron } = module as {
  readonly findElectron: (root: string, install: (root: string) => Promise<void>) => Promise<unknown>
}

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'savepoint-electron-'))
  mkdirSync(join(root, 'node_modules', 'electron', 'dist'), { recursive: true })
  vi.spyOn(console, 'log').mockReturnValue()
  vi.stubEnv('DISPLAY', ':0')
  vi.stubEnv('CI', undefined)
  vi.stubEnv('ELECTRON_SKIP_BINARY_DOWNLOAD', undefined)
  vi.spyOn(process, 'getuid').mockReturnValue(1000)
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(root, { recursive: true, force: true })
})

/** What the electron package's own download leaves behind. */
function putProgram(): Promise<void> {
  writeFileSync(join(root, 'node_modules', 'electron', 'path.txt'), 'electron')
  writeFileSync(join(root, 'node_modules', 'electron', 'dist', 'electron'), '')
  return Promise.resolve()
}

function putNothing(): Promise<void> {
  return Promise.resolve()
}

const program = (): string => join(root, 'node_modules', 'electron', 'dist', 'electron')

describe('Electron’s program', () => {
  it('is taken where it is there, with no download', async () => {
    await putProgram()
    const install = vi.fn(putNothing)
    expect(await findElectron(root, install)).toEqual({ program: program() })
    expect(install).not.toHaveBeenCalled()
  })

  it('is downloaded where it is not', async () => {
    expect(await findElectron(root, putProgram)).toEqual({ program: program() })
  })

  it('is not tried again at the next start when the download failed', async () => {
    const install = vi.fn(putNothing)
    const first = await findElectron(root, install)
    const second = await findElectron(root, install)
    const problem = { problem: 'Electron could not be downloaded' }
    expect([first, second, install.mock.calls.length]).toEqual([problem, problem, 1])
  })

  it.each(['CI', 'ELECTRON_SKIP_BINARY_DOWNLOAD'])('is not downloaded where %s is set', async (name) => {
    vi.stubEnv(name, '1')
    const install = vi.fn(putProgram)
    expect(await findElectron(root, install)).toEqual({ problem: 'Electron is not installed here' })
    expect(install).not.toHaveBeenCalled()
  })

  it.runIf(process.platform === 'linux')('is not used without a display', async () => {
    vi.stubEnv('DISPLAY', undefined)
    vi.stubEnv('WAYLAND_DISPLAY', undefined)
    expect(await findElectron(root, putProgram)).toEqual({ problem: 'there is no display here' })
  })

  it.runIf(process.platform === 'linux')('is not used by root', async () => {
    vi.mocked(process.getuid!).mockReturnValue(0)
    expect(await findElectron(root, putProgram)).toEqual({
      problem: 'Electron’s sandbox does not work for root',
    })
  })
})
