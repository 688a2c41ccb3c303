import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { matchingMachines } from '#contract/matching-machines'
import type { VmId } from '#contract/model'
import type { TrayFacts } from '#contract/tray-facts'
import { trayMachines, type TrayMachine } from '#contract/tray-machines'
import { useVms } from '../stores/vms.ts'

/** More than anybody looks through here: a part of the name is typed sooner. */
const mostShown = 60

export interface MachineList {
  readonly typed: Ref<string>
  readonly shown: ComputedRef<readonly TrayMachine[]>
  /** How many match and are not shown. */
  readonly left: ComputedRef<number>
  /** The one that Enter is for; null where nothing is shown. */
  readonly marked: ComputedRef<TrayMachine | null>
  readonly mark: (vmId: VmId) => void
  readonly move: (step: number) => void
}

/**
 * Which machines are shown, and the marked one. The mark stays on its machine whatever the host tells meanwhile, so that
 * Enter is never for another than the one that was looked at; only typing moves it to the best match.
 */
export function useMachineList(facts: ComputedRef<TrayFacts>): MachineList {
  const vms = useVms()
  const typed = ref('')
  const markedId = ref<VmId | null>(null)
  const matching = computed(() => matchingMachines(trayMachines(facts.value), typed.value))
  /** Before all were read the first one would be whichever was told of first. */
  const shown = computed(() => (vms.isRead ? matching.value.slice(0, mostShown) : []))
  const place = computed(() => shown.value.findIndex(({ vm }) => vm.id === markedId.value))
  const marked = computed(() => shown.value[place.value] ?? null)

  function markFirst(): void {
    markedId.value = shown.value[0]?.vm.id ?? null
  }

  watch(typed, markFirst, { flush: 'sync' })
  watch(
    () => marked.value === null && shown.value.length > 0,
    (isUnmarked) => {
      if (isUnmarked) markFirst()
    },
    // After all that is told at one time is there, and not after the first of it.
    { immediate: true, flush: 'post' },
  )

  return {
    typed,
    shown,
    left: computed(() => (vms.isRead ? matching.value.length - shown.value.length : 0)),
    marked,
    mark: (vmId) => {
      markedId.value = vmId
    },
    move: (step) => {
      const to = Math.min(Math.max(place.value + step, 0), shown.value.length - 1)
      markedId.value = shown.value[to]?.vm.id ?? null
    },
  }
}
