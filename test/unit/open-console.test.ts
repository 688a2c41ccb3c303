import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { VmId } from '#contract/model'
import { openConsole } from '../../electron/hyperv/powershell/open-console.ts'
import { openAppOnLab } from '../support/app-on-lab.ts'

const vmId = VmId.parse('0b3a9fd1-5d6c-4f0e-9c55-0d9f1f0f9a11')

it.skipIf(process.platform === 'win32')('starts Windows’ own program with the Id alone', async () => {
  const folder = windowsWith('#!/bin/sh\nprintf "%s " "$@" > "$(dirname "$0")/told"\n')
  await openConsole(vmId, folder)
  const told = join(folder, 'System32', 'told')
  await vi.waitFor(() => {
    expect(existsSync(told) && readFileSync(told, 'utf8')).toBe(`localhost -G ${vmId} `)
  })
})

it('says which part of Windows is missing where it is not there', async () => {
  await expect(openConsole(vmId, windowsWith(null))).rejects.toThrow('Hyper-V GUI Management Tools')
})

it('is refused by the demo host, which has no screens', async () => {
  const app = await openAppOnLab()
  onTestFinished(app.close)
  await expect(app.call('vm.connect', { vmId: app.lab.role.tester })).rejects.toThrow('demo host')
})

function windowsWith(program: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'savepoint-windows-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  mkdirSync(join(folder, 'System32'))
  if (program !== null) writeFileSync(join(folder, 'System32', 'vmconnect.exe'), program, { mode: 0o700 })
  return folder
}
