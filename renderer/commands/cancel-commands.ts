import type { JobId, Vm, VmActivity } from '#contract/model'
import { call } from '../bridge.ts'
import { text } from '../text.ts'
import type { Command } from './command.ts'
import { once } from './once.ts'
import { tellRefusal } from './tell-refusal.ts'

/** As in Hyper-V Manager: there while Hyper-V does something with the machine that it lets be cancelled. */
export const cancelCommands: readonly Command<Vm>[] = Object.entries(text.command.cancel).map(
  ([kind, label]) => ({
    id: `cancel-${kind}`,
    label,
    icon: 'close',
    keys: [],
    isOffered: (vm) => vm.activity?.kind === kind && cancellableJob(vm.activity) !== null,
    refusal: () => null,
    run: async (vm) => {
      const jobId = cancellableJob(vm.activity)
      if (jobId !== null) await once(`cancel ${vm.id}`, () => cancel(vm, jobId, label))
    },
  }),
)

function cancellableJob(activity: VmActivity | null): JobId | null {
  return activity?.job?.isCancellable === true ? activity.job.id : null
}

/** How it ends is told by the operation that is cancelled; only a refusal is told here. */
async function cancel(vm: Vm, jobId: JobId, label: string): Promise<void> {
  try {
    await call('vm.cancelActivity', { vmId: vm.id, jobId })
  } catch (error) {
    tellRefusal(`cancel ${vm.id}`, vm, label, error)
  }
}
