import { defineStore } from 'pinia'
import { reactive, ref } from 'vue'
import type { CheckpointDetails, Thumbnail, VmDetails } from '#contract/machine-details'
import type { CheckpointId, Vm, VmId } from '#contract/model'
import { call } from '../bridge.ts'
import { createReadings } from './readings.ts'

export type VmTab = 'summary' | 'disks' | 'memory' | 'networking'
export type CheckpointTab = 'summary' | 'disks' | 'then-and-now'

/** A checkpoint, by its Ids. */
export interface CheckpointPlace {
  readonly vmId: VmId
  readonly checkpointId: CheckpointId
}

/** A screen: of the machine as it is where there is no checkpoint. */
export interface ScreenPlace {
  readonly vmId: VmId
  readonly checkpointId: CheckpointId | null
}

/** One thing that the details pane shows and the list does not bring. */
export type Wanted =
  | { readonly what: 'vm'; readonly vmId: VmId }
  | ({ readonly what: 'checkpoint' } & CheckpointPlace)
  | ({ readonly what: 'screen' } & ScreenPlace)

/** What costs the host a question each, so it is asked for when somebody looks. */
export const useDetails = defineStore('details', () => {
  /** The tab that was looked at last, for each kind of thing. */
  const tabs = reactive<{ vm: VmTab; checkpoint: CheckpointTab }>({ vm: 'summary', checkpoint: 'summary' })

  /** Counts how often all was to be read anew, for whoever watches over what is shown. */
  const expiries = ref(0)

  const vms = createReadings<VmId, VmDetails>(String, (vmId) => call('vm.details', { vmId }))
  const checkpoints = createReadings<CheckpointPlace, CheckpointDetails>(
    ({ checkpointId }) => checkpointId,
    ({ vmId, checkpointId }) => call('checkpoint.details', { vmId, checkpointId }),
  )
  const screens = createReadings<ScreenPlace, Thumbnail | null>(
    ({ vmId, checkpointId }) => checkpointId ?? vmId,
    ({ vmId, checkpointId }) => call('vm.thumbnail', { vmId, checkpointId }),
  )

  function want(wanted: Wanted, vm: Vm): Promise<void> {
    switch (wanted.what) {
      case 'vm':
        return vms.want(wanted.vmId, vm)
      case 'checkpoint':
        return checkpoints.want(wanted, vm)
      case 'screen':
        return screens.want(wanted, vm)
    }
  }

  function expire(): void {
    vms.expire()
    checkpoints.expire()
    screens.expire()
    expiries.value += 1
  }

  return {
    tabs,
    expiries,
    want,
    /** All is read again when it is wanted again. */
    expire,
    ofVm: vms.of,
    ofCheckpoint: checkpoints.of,
    ofScreen: screens.of,
  }
})
