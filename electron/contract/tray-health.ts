import type { HealthFinding } from './health-finding.ts'
import type { VmId } from './model.ts'
import { type Judge, rememberingJudge } from './remembering-judge.ts'
import type { TrayFacts } from './tray-facts.ts'

/** No zod in here: the window runs this file. */

/** What of the list alone deserves a look, by machine: as many of them as the window counts. */
export function trayHealth(facts: TrayFacts): ReadonlyMap<VmId, readonly HealthFinding[]> {
  const judge = facts.judge ?? trayJudge(facts)
  return new Map(
    facts.vms.flatMap((vm) => {
      const findings = judge(vm, noFiles)
      return findings.length === 0 ? [] : [[vm.id, findings]]
    }),
  )
}

/** By what concerns all machines. */
export function trayJudge({
  records,
  settings,
  now,
}: Pick<TrayFacts, 'records' | 'settings' | 'now'>): Judge {
  return rememberingJudge({
    records: new Map(records.map((record) => [record.checkpointId, record])),
    thresholds: settings.thresholds,
    now,
  })
}

/** The tray reads none. */
const noFiles = { costs: new Map() }
