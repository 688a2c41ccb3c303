import { defineStore } from 'pinia'
import { ref, shallowReactive, toRaw } from 'vue'
import type { Vm, VmId, VmLoad } from '#contract/model'
import { createKeyed } from './keyed.ts'

const noLoad: VmLoad = { cpuUsage: null, memoryAssigned: null, uptime: null }

/** The virtual machines as the host last said them, each with its checkpoints. */
export const useVms = defineStore('vms', () => {
  const vms = createKeyed<VmId, Vm>((vm) => vm.id)
  const loads = shallowReactive(new Map<VmId, VmLoad>())
  /** Whether a list was ever read: before that, "none" would be a guess. */
  const isRead = ref(false)

  function put(vm: Vm): void {
    vms.put(vm.id, vm)
    loads.set(vm.id, vm.load)
  }

  function remove(vmId: VmId): void {
    vms.remove(vmId)
    loads.delete(vmId)
  }

  function beginReading(): (list: readonly Vm[]) => void {
    const end = vms.beginReading()
    return (list) => {
      end(list)
      for (const vm of list) if (vms.byId.get(vm.id) === vm) loads.set(vm.id, vm.load)
      isRead.value = true
    }
  }

  function putLoads(changed: readonly { readonly vmId: VmId; readonly load: VmLoad }[]): void {
    for (const { vmId, load } of changed) loads.set(vmId, load)
  }

  return {
    byId: vms.byId,
    isRead,
    put,
    remove,
    beginReading,
    putLoads,
    loadOf: (vmId: VmId): VmLoad => loads.get(vmId) ?? noLoad,
    /** The same without being watched: for what must not follow every change. */
    loadNowOf: (vmId: VmId): VmLoad => toRaw(loads).get(vmId) ?? noLoad,
  }
})
