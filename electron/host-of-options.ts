import type { ExamineHost } from './core/diagnosis-facts.ts'
import type { FailureHistory } from './core/failure-history.ts'
import type { HyperVHost, Log } from './core/ports.ts'
import { type HostChoice, chooseHost } from './hyperv/choose-host.ts'
import type { PowerShellOptions } from './hyperv/powershell/connection-options.ts'
import { examinePowerShellHost } from './hyperv/powershell/examine.ts'
import { createPowerShellHost } from './hyperv/powershell/host.ts'
import { createDemoHost } from './hyperv/simulated/demo-host.ts'
import type { StartOptions } from './start-options.ts'
import { systemClock } from './storage/system-clock.ts'

/** The host that the options and this computer mean. */
export function hostFor(options: StartOptions, log: Log, history: FailureHistory): HostChoice {
  const demo = (): HyperVHost => createDemoHost(systemClock, demoPace())
  if (options.demo) return chooseHost({ hyperV: null, demo, reason: null, mayFallBack: false })
  if (!mayHaveHyperV(options)) {
    return chooseHost({
      hyperV: null,
      demo,
      reason: 'Hyper-V is part of Windows, and this is another system.',
      mayFallBack: false,
    })
  }
  const hyperV = (): HyperVHost => createPowerShellHost({ ...powershellOptions(options, log), history })
  return chooseHost({ hyperV, demo, reason: null, mayFallBack: !isAskedFor(options) })
}

/** Hyper-V is looked at whichever host is shown: that is most needed where it is the demo host. */
export function examinerFor(options: StartOptions, log: Log): ExamineHost {
  return mayHaveHyperV(options)
    ? () => examinePowerShellHost(powershellOptions(options, log))
    : () => Promise.resolve({ kind: 'other-system' })
}

function mayHaveHyperV(options: StartOptions): boolean {
  return process.platform === 'win32' || isAskedFor(options)
}

/** Whoever names a PowerShell or its modules means Hyper-V, and no other host. */
function isAskedFor({ powershell, modulePath }: StartOptions): boolean {
  return powershell !== null || modulePath !== null
}

function powershellOptions({ powershell, modulePath }: StartOptions, log: Log): PowerShellOptions {
  return {
    clock: systemClock,
    log,
    powershell: powershell ?? undefined,
    modulePath: modulePath ?? undefined,
  }
}

/** Tests let the demo host live faster. */
function demoPace(): number {
  const pace = Number(process.env.SAVEPOINT_DEMO_PACE ?? '1')
  return pace > 0 ? pace : 1
}
