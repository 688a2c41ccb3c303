import { defineStore } from 'pinia'
import { watch } from 'vue'
import type { VmCosts } from '#contract/machine-costs'
import type { Vm, VmId } from '#contract/model'
import { call } from '../bridge.ts'
import { useDetails } from '../stores/details.ts'
import { createReadings } from '../stores/readings.ts'

/** Milliseconds. Every file of a machine is opened for an answer, so it is asked for less often than other details. */
const longestGood = 300_000

/** What the files of machines take, of those that somebody looks at. */
export const useCosts = defineStore('costs', () => {
  const details = useDetails()
  const ofVms = createReadings<VmId, VmCosts>(String, (vmId) => call('vm.costs', { vmId }), {
    longestGood,
    decisive: filesOf,
  })
  watch(() => details.expiries, ofVms.expire, { flush: 'sync' })
  return { ofVm: ofVms.of, want: ofVms.want }
})

/** What decides which files there are. A merge goes on after its checkpoint is gone, and its end is another change. */
function filesOf({ checkpoints, parentCheckpointId, activity }: Vm): string {
  return JSON.stringify([checkpoints.map(({ id }) => id), parentCheckpointId, activity?.kind ?? null])
}
