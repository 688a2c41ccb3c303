import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Checkpoint, CheckpointId, Vm, VmId } from '#contract/model'
import { filterOf } from '../filter.ts'
import { useVms } from './vms.ts'

/** What of a virtual machine is selected in its tree. */
export type TreeKey = CheckpointId | 'now'

/** What the user looks at. Ids only: the things themselves come from the stores, so that they are never stale. */
export const useSelection = defineStore('selection', () => {
  const known = useVms()
  const vmIds = ref<readonly VmId[]>([])
  const leadId = ref<VmId | null>(null)
  const treeKey = ref<TreeKey | null>(null)
  const renamingId = ref<CheckpointId | null>(null)
  /** As it is typed. */
  const filter = ref('')
  /** What that means: which machines are shown, and which checkpoints are marked. */
  const sought = computed(() => filterOf(filter.value))

  /** All that are selected, in the order of the list. What is done to several at a time is done to these. */
  const vms = computed<readonly Vm[]>(() =>
    vmIds.value.flatMap((id) => {
      const vm = known.byId.get(id)
      return vm === undefined ? [] : [vm]
    }),
  )
  /** The one of them that was selected last, whose checkpoints and details are shown. */
  const vm = computed<Vm | null>(
    () => vms.value.find(({ id }) => id === leadId.value) ?? vms.value.at(-1) ?? null,
  )
  const vmId = computed<VmId | null>(() => vm.value?.id ?? null)
  const checkpoint = computed<Checkpoint | null>(
    () => vm.value?.checkpoints.find(({ id }) => id === treeKey.value) ?? null,
  )

  function selectVm(id: VmId | null): void {
    selectVms(id === null ? [] : [id], id)
  }

  function selectVms(ids: readonly VmId[], lead: VmId | null): void {
    vmIds.value = ids
    leadId.value = lead
    selectInTree(null)
  }

  function selectInTree(key: TreeKey | null): void {
    if (key !== renamingId.value) renamingId.value = null
    treeKey.value = key
  }

  function startRenaming(id: CheckpointId): void {
    treeKey.value = id
    renamingId.value = id
  }

  function stopRenaming(): void {
    renamingId.value = null
  }

  return {
    vmIds,
    vmId,
    treeKey,
    renamingId,
    filter,
    sought,
    vms,
    vm,
    checkpoint,
    selectVm,
    selectVms,
    selectInTree,
    startRenaming,
    stopRenaming,
  }
})
