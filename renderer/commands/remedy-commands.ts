import type { Vm } from '#contract/model'
import type { VerdictRemedy } from '#contract/verdict'
import { useReadiness } from '../stores/readiness.ts'
import { text } from '../text.ts'
import type { IconName } from '../ui/icons.ts'
import { knownVerdict } from '../verdict/known-verdict.ts'
import { remediesOf } from '../verdict/remedies-of.ts'
import type { Command } from './command.ts'
import { request } from './request.ts'

/** What makes a checkpoint possible, or the kind of it that is set, offered where that is in the way. */
export const remedyCommands: readonly (readonly Command<Vm>[])[] = [
  [
    remedy('enable-checkpoints', 'checkpoint', (vm) => changeType(vm)),
    remedy('enable-backup-service', 'shield', (vm) =>
      request('enable-backup-service', vm, 'vm.enableBackupService', { vmId: vm.id }),
    ),
    remedy('allow-standard', 'memory', (vm) => changeType(vm)),
  ],
]

function remedy(id: VerdictRemedy, icon: IconName, run: (vm: Vm) => Promise<void>): Command<Vm> {
  return {
    id,
    label: text.verdict.labels[id],
    icon,
    keys: [],
    isOffered: (vm) => {
      const verdict = knownVerdict(vm, useReadiness().of(vm.id))
      return verdict !== null && remediesOf(verdict).includes(id)
    },
    refusal: () => null,
    note: (vm) => ({ meaning: text.verdict.meanings[id](vm.name), shown: null }),
    run,
  }
}

/** What Hyper-V starts with: production, and standard where that is not possible. */
function changeType(vm: Vm): Promise<void> {
  return request('change-checkpoint-policy', vm, 'vm.changeCheckpointPolicy', {
    vmId: vm.id,
    changes: { type: 'Production' },
    shown: vm.policy,
  })
}
