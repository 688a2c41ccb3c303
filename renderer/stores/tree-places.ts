import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { VmId } from '#contract/model'
import type { TreeKey } from './selection.ts'

const nothing: ReadonlySet<TreeKey> = new Set()

/** What is closed in each machine's tree and where one was in it, so that coming back to a machine finds it as it was left. */
export const useTreePlaces = defineStore('tree-places', () => {
  /** Everything else is open, what comes later too. */
  const closed = shallowReactive(new Map<VmId, ReadonlySet<TreeKey>>())
  const lastKeys = shallowReactive(new Map<VmId, TreeKey>())

  return {
    closedOf: (vmId: VmId): ReadonlySet<TreeKey> => closed.get(vmId) ?? nothing,
    close: (vmId: VmId, keys: ReadonlySet<TreeKey>): void => {
      closed.set(vmId, keys)
    },
    lastKeyOf: (vmId: VmId): TreeKey | null => lastKeys.get(vmId) ?? null,
    noteKey: (vmId: VmId, key: TreeKey): void => {
      lastKeys.set(vmId, key)
    },
  }
})
