import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Checkpoint, CheckpointId, Vm, VmId } from '#contract/model'
import { useVms } from './vms.ts'

/** What of a virtual machine is selected in its tree. */
export type TreeKey = CheckpointId | 'now'

/** What the user looks at. Ids only: the things themselves come from the stores, so that they are never stale. */
export const useSelection = defineStore('selection', () => {
  const vms = useVms()
  const vmId = ref<VmId | null>(null)
  const treeKey = ref<TreeKey | null>(null)
  const renamingId = ref<CheckpointId | null>(null)
  const filter = ref('')

  const vm = computed<Vm | null>(() => (vmId.value === null ? null : (vms.byId.get(vmId.value) ?? null)))
  const checkpoint = computed<Checkpoint | null>(
    () => vm.value?.checkpoints.find(({ id }) => id === treeKey.value) ?? null,
  )

  function selectVm(id: VmId | null): void {
    vmId.value = id
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
    vmId,
    treeKey,
    renamingId,
    filter,
    vm,
    checkpoint,
    selectVm,
    selectInTree,
    startRenaming,
    stopRenaming,
  }
})
