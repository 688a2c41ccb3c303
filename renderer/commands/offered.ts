import { computed, type ComputedRef } from 'vue'
import { useHosts } from '../stores/hosts.ts'
import { useSelection } from '../stores/selection.ts'
import { checkpointCommands } from './checkpoint-commands.ts'
import { offers, type OfferGroups } from './command.ts'
import { nowCommands, vmActions, vmCommands } from './vm-commands.ts'

export interface Offered {
  readonly vm: ComputedRef<OfferGroups>
  /** The same as `vm`, in the Actions pane's order. */
  readonly actions: ComputedRef<OfferGroups>
  readonly checkpoint: ComputedRef<OfferGroups>
  readonly now: ComputedRef<OfferGroups>
}

/** What can be done with what is selected. */
export function useOffered(): Offered {
  const selection = useSelection()
  const hosts = useHosts()
  const obstacle = computed(() => hosts.problem?.message ?? null)

  function ofVm(groups: typeof vmCommands): ComputedRef<OfferGroups> {
    return computed(() => (selection.vm === null ? [] : offers(groups, selection.vm, obstacle.value)))
  }

  return {
    vm: ofVm(vmCommands),
    actions: ofVm(vmActions),
    now: ofVm(nowCommands),
    checkpoint: computed(() => {
      const { vm, checkpoint } = selection
      return vm === null || checkpoint === null
        ? []
        : offers(checkpointCommands, { vm, checkpoint }, obstacle.value)
    }),
  }
}
