import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, relative } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { cleanEnvironment } from '../../electron/hyperv/powershell/clean-environment.ts'
import { findPowerShell } from '../../electron/hyperv/powershell/find-powershell.ts'

describe.skipIf(process.platform === 'win32')('finding PowerShell', () => {
  it('takes the first program of that name on the PATH, and nothing that is not one', async () => {
    const folder = temporaryFolder()
    for (const each of ['empty', 'folder/pwsh', 'text', 'program', 'later']) {
      mkdirSync(join(folder, each), { recursive: true })
    }
    for (const each of ['text', 'program', 'later']) writeFileSync(join(folder, each, 'pwsh'), '')
    for (const each of ['program', 'later']) chmodSync(join(folder, each, 'pwsh'), 0o755)
    const path = [
      '',
      '.',
      relative(process.cwd(), join(folder, 'later')),
      ...['empty', 'folder', 'text', 'program', 'later'].map((each) => join(folder, each)),
    ]
    expect(await findPowerShell(undefined, { PATH: path.join(delimiter) })).toBe(
      join(folder, 'program', 'pwsh'),
    )
  })

  it('takes the file that was asked for, and no other where it is not there', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'my shell'), '', { mode: 0o755 })
    writeFileSync(join(folder, 'pwsh'), '', { mode: 0o755 })
    expect([
      await findPowerShell(join(folder, 'my shell'), { PATH: folder }),
      await findPowerShell(join(folder, 'gone'), { PATH: folder }),
      await findPowerShell('my shell', { PATH: folder }),
      await findPowerShell(undefined, {}),
    ]).toEqual([join(folder, 'my shell'), null, join(folder, 'my shell'), null])
  })
})

describe('the environment of PowerShell', () => {
  it('is ours without what would change how it runs', () => {
    const ours = {
      PATH: '/bin',
      NODE_OPTIONS: '--inspect',
      NODE_POWERSHELL: 'other',
      PSModulePath: '/other/modules',
      TERM: 'xterm',
      SAVEPOINT_MODULE_PATH: '/left/over',
      SAVEPOINT_STAND_IN_URL: 'http://127.0.0.1:1/',
    }
    const always = {
      PATH: '/bin',
      TERM: 'dumb',
      NO_COLOR: '1',
      DOTNET_EnableDiagnostics: '0',
      POWERSHELL_TELEMETRY_OPTOUT: '1',
      POWERSHELL_UPDATECHECK: 'Off',
      SAVEPOINT_STAND_IN_URL: 'http://127.0.0.1:1/',
    }
    expect(cleanEnvironment(ours, undefined)).toEqual(always)
    expect(cleanEnvironment(ours, '/mine')).toEqual({ ...always, SAVEPOINT_MODULE_PATH: '/mine' })
  })
})

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'savepoint-find-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
