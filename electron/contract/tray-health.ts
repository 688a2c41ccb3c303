import { machineHealth } from './health.ts'
import type { HealthFinding } from './health-finding.ts'
import type { VmId } from './model.ts'
import type { TrayFacts } from './tray-facts.ts'

/** No zod in here: the window runs this file. */

/** What of the list alone deserves a look, by machine: as many of them as the window counts. */
export function trayHealth({
  vms,
  records,
  settings,
  now,
}: TrayFacts): ReadonlyMap<VmId, readonly HealthFinding[]> {
  const facts = {
    records: new Map(records.map((record) => [record.checkpointId, record])),
    costs: new Map(),
    thresholds: settings.thresholds,
    now,
  }
  return new Map(
    vms.flatMap((vm) => {
      const findings = machineHealth(vm, facts)
      return findings.length === 0 ? [] : [[vm.id, findings]]
    }),
  )
}
