import { computed, type ComputedRef } from 'vue'
import { useHosts } from '../stores/hosts.ts'
import { useSelection } from '../stores/selection.ts'
import { text } from '../text.ts'
import { checkpointCommands } from './checkpoint-commands.ts'
import { offers, type OfferGroups } from './command.ts'
import { remedyCommands } from './remedy-commands.ts'
import { nowCommands, severalVmActions, severalVmCommands, vmActions, vmCommands } from './vm-commands.ts'

export interface Offered {
  /** Whom `vm` and `actions` are for: the name of a machine, or how many they are. */
  readonly title: ComputedRef<string>
  readonly vm: ComputedRef<OfferGroups>
  /** The same as `vm`, in the Actions pane's order. */
  readonly actions: ComputedRef<OfferGroups>
  readonly checkpoint: ComputedRef<OfferGroups>
  readonly now: ComputedRef<OfferGroups>
  /** Of the machine whose checkpoints are shown, alone. */
  readonly remedies: ComputedRef<OfferGroups>
}

/** What can be done with what is selected. */
export function useOffered(): Offered {
  const selection = useSelection()
  const hosts = useHosts()
  const obstacle = computed(() => hosts.problem?.message ?? null)

  function ofVm(
    groups: typeof vmCommands,
    groupsOfSeveral: typeof severalVmCommands = [],
  ): ComputedRef<OfferGroups> {
    return computed(() => {
      const { vm, vms } = selection
      if (vms.length > 1 && groupsOfSeveral.length > 0) return offers(groupsOfSeveral, vms, obstacle.value)
      return vm === null ? [] : offers(groups, vm, obstacle.value)
    })
  }

  return {
    title: computed(() =>
      selection.vms.length > 1 ? text.vms.count(selection.vms.length) : (selection.vm?.name ?? ''),
    ),
    vm: ofVm(vmCommands, severalVmCommands),
    actions: ofVm(vmActions, severalVmActions),
    now: ofVm(nowCommands),
    remedies: ofVm(remedyCommands),
    checkpoint: computed(() => {
      const { vm, checkpoint } = selection
      return vm === null || checkpoint === null
        ? []
        : offers(checkpointCommands, { vm, checkpoint }, obstacle.value)
    }),
  }
}
