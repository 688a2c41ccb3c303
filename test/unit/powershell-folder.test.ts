import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openShell } from '../../electron/hyperv/powershell/open-shell.ts'

it.skipIf(process.platform === 'win32')(
  'PowerShell runs in the folder of its own program, wherever the app was started',
  async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'savepoint-folder-')))
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true })
    })
    const program = join(folder, 'pwsh')
    writeFileSync(program, '#!/bin/sh\npwd\n', { mode: 0o755 })
    let said = ''
    await openShell(program, process.env, (text) => (said += text)).lost
    expect([said.trim(), process.cwd() === folder]).toEqual([folder, false])
  },
)
