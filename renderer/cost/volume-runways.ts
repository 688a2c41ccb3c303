import { computed, type ComputedRef } from 'vue'
import type { VmCosts } from '#contract/machine-costs'
import type { VmId } from '#contract/model'
import { runwaysOf, type VolumeRunway } from '#contract/volume-runway'
import { useHealth } from '../health/health.ts'
import { useNow } from '../now.ts'
import { useVms } from '../stores/vms.ts'
import { useCosts } from './costs.ts'

export interface VolumeRunways {
  readonly volumes: readonly VolumeRunway[]
  /** How many machines have checkpoints, and so can tell what they write. */
  readonly machines: number
}

/** How long the volumes last by all machines whose files were read so far, whoever looked at them. */
export function useVolumeRunways(): ComputedRef<VolumeRunways> {
  const vms = useVms()
  const costs = useCosts()
  const health = useHealth()
  const now = useNow()

  return computed(() => {
    const all = [...vms.byId.values()]
    const read = new Map<VmId, VmCosts>(health.costs)
    for (const { id } of all) {
      const { value } = costs.ofVm(id)
      if (value !== undefined) read.set(id, value)
    }
    return {
      volumes: runwaysOf({ vms: all, costs: read, now: now.value }),
      machines: all.filter(({ checkpoints }) => checkpoints.length > 0).length,
    }
  })
}
