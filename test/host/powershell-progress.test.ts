import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openStandInHost } from '../stand-in/open-stand-in-host.ts'
import { findPwsh } from '../support/find-pwsh.ts'

const powershell = findPwsh()
const reason =
  powershell === null ? ' (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)' : ''

describe.skipIf(powershell === null)(`Progress over PowerShell${reason}`, () => {
  it('is told in percent while an export goes on, to who asked for it and on the machine', async () => {
    const { host, lab, exportFolder, close } = await openStandInHost({
      powershell: powershell ?? '',
      pace: 0.2,
    })
    onTestFinished(close)
    await host.connect()
    const vmId = lab.role.tester
    const vm = await host.readVm(vmId)
    const percents: (number | null)[] = []
    const exporting = host.exportCheckpoint(
      { vmId, checkpointId: vm!.checkpoints[0]!.id },
      exportFolder,
      (percent) => percents.push(percent),
    )
    const percentOnMachine = await vi.waitUntil(async () => (await host.readVm(vmId))?.activity?.percent, {
      timeout: 20_000,
    })
    await exporting
    expect(percentOnMachine).toBeGreaterThan(0)
    expect(percents.length).toBeGreaterThan(0)
    expect(percents).toEqual(percents.toSorted((a, b) => Number(a) - Number(b)))
  })
})
