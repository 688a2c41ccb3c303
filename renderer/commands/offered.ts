import { computed, type ComputedRef } from 'vue'
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
  return {
    vm: computed(() => (selection.vm === null ? [] : offers(vmCommands, selection.vm))),
    actions: computed(() => (selection.vm === null ? [] : offers(vmActions, selection.vm))),
    now: computed(() => (selection.vm === null ? [] : offers(nowCommands, selection.vm))),
    checkpoint: computed(() => {
      const { vm, checkpoint } = selection
      return vm === null || checkpoint === null ? [] : offers(checkpointCommands, { vm, checkpoint })
    }),
  }
}
