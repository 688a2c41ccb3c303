import { computed, onScopeDispose, shallowReactive, watch, type ComputedRef } from 'vue'
import type { VmCosts } from '#contract/machine-costs'
import type { Vm, VmId } from '#contract/model'
import { call } from '../bridge.ts'
import { filesKey } from '../health/files-key.ts'

/** Every file of a machine is opened for an answer: of more at a time the host would be kept busy. */
const atOnce = 2

interface Read {
  readonly key: string
  /** Null where they can’t be read. */
  readonly costs: VmCosts | null
}

/** What the files of several machines take, a few of them read at a time, and anew where their tree has changed; null of those that can’t be read. */
export function useCostsOfAll(vms: () => readonly Vm[]): ComputedRef<ReadonlyMap<VmId, VmCosts | null>> {
  const read = shallowReactive(new Map<VmId, Read>())
  const asking = new Set<VmId>()
  let isOver = false
  const pending = computed(() => vms().filter((vm) => read.get(vm.id)?.key !== filesKey(vm)))

  async function work(): Promise<void> {
    for (let vm = next(); vm !== undefined && !isOver; vm = next()) {
      const key = filesKey(vm)
      asking.add(vm.id)
      const costs = await call('vm.costs', { vmId: vm.id }).catch(() => null)
      asking.delete(vm.id)
      read.set(vm.id, { key, costs })
    }
  }

  function next(): Vm | undefined {
    return asking.size < atOnce ? pending.value.find(({ id }) => !asking.has(id)) : undefined
  }

  watch(
    pending,
    () => {
      for (let worker = 0; worker < atOnce; worker += 1) void work()
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    isOver = true
  })
  return computed(() => {
    const current = vms().flatMap((vm) => {
      const each = read.get(vm.id)
      return each?.key === filesKey(vm) ? [[vm.id, each.costs] as const] : []
    })
    return new Map(current)
  })
}
