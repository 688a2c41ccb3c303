import { healthOf } from './health.ts'
import type { HealthFinding } from './health-finding.ts'
import type { VmId } from './model.ts'
import type { TrayFacts } from './tray-facts.ts'

/** No zod in here: the window runs this file. */

/** What deserves a look, by machine in the order of the list. What ends by itself is nothing that calls for anybody. */
export function trayHealth(facts: TrayFacts): ReadonlyMap<VmId, readonly HealthFinding[]> {
  const { vms, now, settings } = facts
  const records = new Map(facts.records.map((record) => [record.checkpointId, record]))
  const { thresholds } = settings
  const found = healthOf({ vms, records, costs: new Map(), storage: null, thresholds, now })
  const byMachine = new Map<VmId, HealthFinding[]>()
  for (const finding of found) {
    if (!('vmId' in finding.subject) || finding.remedy === 'wait') continue
    const { vmId } = finding.subject
    byMachine.set(vmId, [...(byMachine.get(vmId) ?? []), finding])
  }
  return byMachine
}
