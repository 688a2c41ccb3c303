import type { OperationId, Vm, VmId } from '#contract/model'
import { call } from '../bridge.ts'
import { ask } from '../dialogs/ask.ts'
import { lateDialogs } from '../dialogs/late-dialogs.ts'
import type { PolicyWish } from '../dialogs/use-policy-sending.ts'
import { useHosts } from '../stores/hosts.ts'
import { useOperations } from '../stores/operations.ts'
import { useVms } from '../stores/vms.ts'
import { folderFinding } from './folder-finding.ts'

/** The settings of one machine, or of several at once. A machine that goes meanwhile goes from the dialog. */
export async function openSettings(vms: readonly Vm[]): Promise<void> {
  const ids = vms.map(({ id }) => id)
  await ask(lateDialogs.settings, () => {
    const present = ids.flatMap((id) => useVms().byId.get(id) ?? [])
    if (present.length === 0) return null
    return {
      vms: present,
      hostName: useHosts().status?.name ?? '',
      folders: folderFinding(),
      readDetails: (vmId: VmId) => call('vm.details', { vmId }),
      send: ({ vm, changes }: PolicyWish) =>
        useOperations().send('vm.changeCheckpointPolicy', { vmId: vm.id, changes, shown: vm.policy }),
      operationOf: (id: OperationId) => useOperations().byId.get(id) ?? null,
    }
  })
}
