import { machineHealth } from '#contract/health'
import type { HealthFacts, HealthFinding } from '#contract/health-finding'
import type { VmCosts } from '#contract/machine-costs'
import type { Vm } from '#contract/model'

interface Judged {
  readonly costs: VmCosts | undefined
  readonly findings: readonly HealthFinding[]
}

/** A list of a thousand machines changes by one at a time; what concerns all of them asks for another judge. */
export function rememberingJudge(
  common: Pick<HealthFacts, 'records' | 'thresholds' | 'now'>,
): (vm: Vm, facts: Pick<HealthFacts, 'costs'>) => readonly HealthFinding[] {
  const judged = new WeakMap<Vm, Judged>()
  return (vm, { costs: read }) => {
    const costs = read.get(vm.id)
    const before = judged.get(vm)
    if (before !== undefined && before.costs === costs) return before.findings
    const findings = machineHealth(vm, { ...common, costs: read })
    judged.set(vm, { costs, findings })
    return findings
  }
}
