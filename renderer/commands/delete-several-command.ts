import type { Refusal } from '#contract/eligibility'
import { deletableOf } from '#contract/health-of-list'
import type { Vm } from '#contract/model'
import { ask } from '../dialogs/ask.ts'
import { lateDialogs } from '../dialogs/late-dialogs.ts'
import { useSettings } from '../stores/settings.ts'
import { useVms } from '../stores/vms.ts'
import { text } from '../text.ts'
import type { Command } from './command.ts'

/** Those of one kind or age, of several machines at a time. */
export const deleteOfSeveral: Command<readonly Vm[]> = {
  id: 'delete-of-several',
  label: text.command.deleteOfSeveral,
  icon: 'delete',
  keys: [],
  isOffered: () => true,
  refusal: (vms) => (vms.some((vm) => deletableOf(vm).length > 0) ? null : nothingToDelete),
  run: async (vms) => {
    const ids = vms.map(({ id }) => id)
    await ask(lateDialogs.deleteSeveral, () => {
      const present = ids.flatMap((id) => useVms().byId.get(id) ?? [])
      const { thresholds, undoSeconds } = useSettings().settings
      return present.length === 0 ? null : { vms: present, oldAfter: thresholds.age, undoSeconds }
    })
  },
}

const nothingToDelete: Refusal = {
  code: 'checkpoint-not-found',
  message: 'None of these virtual machines has a checkpoint that can be deleted.',
}
