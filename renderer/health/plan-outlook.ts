import { forecastDelete } from '#contract/delete-forecast'
import type { VmCosts } from '#contract/machine-costs'
import { sumOf, type Range } from '#contract/merge-sizes'
import type { VmId } from '#contract/model'
import type { RemedyStep } from './remedy-plan.ts'

/** What deletes will free, as far as the files were read. */
export interface PlanOutlook {
  readonly deletes: number
  /** Of the machines whose files are known; null where there is none. */
  readonly frees: Range | null
  /** Machines of which nobody can tell it. */
  readonly unknown: readonly string[]
  /** Volumes that may not have the room for the merges. */
  readonly tight: readonly string[]
}

/** Pure: what a plan comes to on the disks. */
export function planOutlook(steps: readonly RemedyStep[], costs: ReadonlyMap<VmId, VmCosts>): PlanOutlook {
  const deletes = steps.filter(({ kind, refusal }) => kind === 'delete' && refusal === null)
  const machines = [...new Map(deletes.map(({ vm }) => [vm.id, vm])).values()]
  const forecasts = machines.map((vm) => {
    const read = costs.get(vm.id)
    const ids = deletes.flatMap((each) => (each.vm.id === vm.id ? (each.checkpoint?.id ?? []) : []))
    return { vm, forecast: read === undefined ? null : forecastDelete(read, new Set(ids)) }
  })
  const known = forecasts.flatMap(({ forecast }) => forecast?.frees ?? [])
  const volumes = forecasts.flatMap(({ forecast }) => forecast?.volumes ?? [])
  return {
    deletes: deletes.length,
    frees: known.length === 0 ? null : sumOf(known),
    unknown: forecasts.flatMap(({ vm, forecast }) => (forecast?.frees == null ? [vm.name] : [])),
    tight: [...new Set(volumes.flatMap(({ root, hasRoom }) => (hasRoom === false ? [root] : [])))],
  }
}
