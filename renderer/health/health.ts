import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { healthOf } from '#contract/health'
import type { HealthFacts } from '#contract/health-finding'
import { healthSummary } from '#contract/health-summary'
import { rememberingJudge } from '#contract/remembering-judge'
import { useRecords } from '../stores/records.ts'
import { useSettings } from '../stores/settings.ts'
import { useVms } from '../stores/vms.ts'
import { createFileReadings } from './file-readings.ts'

/** Milliseconds after which files have grown so much that they are read again when somebody looks. */
const longestGood = 300_000

/** What of the host deserves a look: what the list tells at any time, and what the files tell once they were read. */
export const useHealth = defineStore('health', () => {
  const vms = useVms()
  const records = useRecords()
  const settings = useSettings()
  const { costs, storage, progress, begin, end, readAgain } = createFileReadings(() => vms.byId.values())
  const at = ref(Date.now())
  let lookedAt: number | null = null

  const thresholds = computed(() => settings.settings.thresholds)
  const common = computed(() => ({
    records: new Map(records.byId),
    thresholds: thresholds.value,
    now: at.value,
  }))
  const told = computed<HealthFacts>(() => ({
    ...common.value,
    vms: [...vms.byId.values()],
    costs: new Map(),
    storage: null,
  }))
  /** Each remembers one machine’s judgement: that of its list alone, or with its files. */
  const ofList = computed(() => rememberingJudge(common.value))
  const ofAll = computed(() => rememberingJudge(common.value))

  return {
    /** Known without reading anything, and shown in more than one place. */
    summary: computed(() => healthSummary(healthOf(told.value, ofList.value))),
    findings: computed(() =>
      healthOf({ ...told.value, costs: costs.value, storage: storage.value }, ofAll.value),
    ),
    costs,
    progress,
    readAgain,
    moveOn: (now: number): void => {
      at.value = now
    },
    look: (): void => {
      const now = performance.now()
      if (lookedAt !== null && now - lookedAt > longestGood) readAgain()
      lookedAt = now
      begin()
    },
    leave: end,
  }
})
