import { computed, type ComputedRef } from 'vue'
import type { HostStatus, VmId } from '#contract/model'
import type { Readiness } from '#contract/readiness'
import type { TrayFacts } from '#contract/tray-facts'
import { useNow } from '../now.ts'
import { useHosts } from '../stores/hosts.ts'
import { useOperations } from '../stores/operations.ts'
import { useReadiness } from '../stores/readiness.ts'
import { useRecords } from '../stores/records.ts'
import { useSettings } from '../stores/settings.ts'
import { useVms } from '../stores/vms.ts'

/** What the tray shows, from the same stores as the large window. */
export function useTrayFacts(): ComputedRef<TrayFacts> {
  const hosts = useHosts()
  const vms = useVms()
  const records = useRecords()
  const operations = useOperations()
  const settings = useSettings()
  const readiness = useReadiness()
  const now = useNow()

  /** A page that has lost the app has lost the host as well. */
  const status = computed<HostStatus | null>(() => {
    const { status: last, problem } = hosts
    return last === null || problem === null ? last : { ...last, connection: 'lost', problem }
  })
  const guests = computed(() => {
    const read = new Map<VmId, Readiness>()
    for (const id of vms.byId.keys()) {
      const { value } = readiness.of(id)
      if (value !== undefined) read.set(id, value)
    }
    return read
  })

  return computed(() => ({
    status: status.value,
    vms: [...vms.byId.values()],
    records: [...records.byId.values()],
    operations: [...operations.byId.values()],
    readiness: guests.value,
    settings: settings.settings,
    now: now.value,
  }))
}
