import { describe, it } from 'vitest'
import { openStandInHost } from '../stand-in/open-stand-in-host.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { describeHyperVHost } from './hyperv-host.suite.ts'

const powershell = findPwsh()

if (powershell === null) {
  describe('The PowerShell host', () => {
    it.skip('does what every host must do (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)', () =>
      undefined)
  })
} else {
  describeHyperVHost('The PowerShell host, reading by CIM', (pace) => openStandInHost({ powershell, pace }))
}
