import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { VmId } from '#contract/model'
import type { Readiness } from '#contract/readiness'
import { call } from '../bridge.ts'
import { createReadings } from './readings.ts'

/** Milliseconds. A service in the guest stops without a word from the host, and it is what decides. */
const longestGood = 9_000
/** An answer is small, and all machines of a large host may be selected at once. */
const most = 2_000

/** What besides policy and state decides what a checkpoint will be. It costs the host a question, so it is asked when somebody looks. */
export const useReadiness = defineStore('readiness', () => {
  const readings = createReadings<VmId, Readiness>(String, (vmId) => call('vm.readiness', { vmId }), {
    longestGood,
    most,
  })
  /** Counts how often all was to be read anew, for whoever watches over what is shown. */
  const expiries = ref(0)

  function expire(): void {
    readings.expire()
    expiries.value += 1
  }

  return {
    expiries,
    want: readings.want,
    of: readings.of,
    /** All is read again when it is wanted again. */
    expire,
  }
})
