import { describe, it } from 'vitest'
import { openStandInHost } from '../stand-in/open-stand-in-host.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { describeHyperVHost } from './hyperv-host.suite.ts'

const powershell = findPwsh()

if (powershell === null) {
  describe('The PowerShell host, reading by cmdlets', () => {
    it.skip('does what every host must do (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)', () =>
      undefined)
  })
} else {
  // The policy under which a checkpoint was taken is told by CIM alone, so not all of it is taken away.
  const environment = { SAVEPOINT_STAND_IN_CIM: 'missing-Msvm_SummaryInformation' }
  describeHyperVHost('The PowerShell host, reading by cmdlets', (pace) =>
    openStandInHost({ powershell, environment, pace }),
  )
}
