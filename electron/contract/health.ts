import type { HealthFacts, HealthFinding } from './health-finding.ts'
import { costsHealth, withSizes } from './health-of-costs.ts'
import { hostHealth } from './health-of-host.ts'
import { listHealth } from './health-of-list.ts'
import type { Vm } from './model.ts'

/** No zod in here: the window runs this file. */

/**
 * Pure: what of a host deserves a look. That checkpoints are turned off is a choice, and no finding. Whoever asks again
 * and again passes a judge of machines that remembers.
 */
export function healthOf(facts: HealthFacts, judge = machineHealth): readonly HealthFinding[] {
  return [...facts.vms.flatMap((vm) => judge(vm, facts)), ...hostHealth(facts)]
}

type MachineFacts = Pick<HealthFacts, 'records' | 'costs' | 'thresholds' | 'now'>

export function machineHealth(vm: Vm, facts: MachineFacts): readonly HealthFinding[] {
  const costs = facts.costs.get(vm.id)
  const known = listHealth(vm, facts)
  const findings =
    costs === undefined ? known : [...withSizes(costs, known), ...costsHealth(vm, costs, facts)]
  return vm.isCritical ? findings.map(withoutDelete) : findings
}

/** Where storage is in trouble nothing may be deleted, so nothing that deletes is offered. */
function withoutDelete(finding: HealthFinding): HealthFinding {
  const deletes = finding.remedy === 'delete' || finding.remedy === 'end-automatic'
  return deletes ? { ...finding, remedy: null } : finding
}
