import { machineHealth } from './health.ts'
import type { HealthFacts, HealthFinding } from './health-finding.ts'
import type { VmCosts } from './machine-costs.ts'
import type { Vm } from './model.ts'

/** No zod in here: the window runs this file. */

/** Judges one machine, and remembers that for as long as the machine is the same. */
export type Judge = (vm: Vm, facts: Pick<HealthFacts, 'costs'>) => readonly HealthFinding[]

interface Judged {
  readonly costs: VmCosts | undefined
  readonly findings: readonly HealthFinding[]
}

/** A list of a thousand machines changes by one at a time; what concerns all of them asks for another judge. */
export function rememberingJudge(common: Pick<HealthFacts, 'records' | 'thresholds' | 'now'>): Judge {
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
