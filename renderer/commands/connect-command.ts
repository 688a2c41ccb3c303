import type { Refusal } from '#contract/eligibility'
import type { Vm } from '#contract/model'
import { call } from '../bridge.ts'
import { useHosts } from '../stores/hosts.ts'
import { text } from '../text.ts'
import type { Command } from './command.ts'
import { key } from './key.ts'
import { once } from './once.ts'
import { tellRefusal } from './tell-refusal.ts'

/** Hyper-V's own window on the machine's screen. */
export const connect: Command<Vm> = {
  id: 'connect',
  label: text.command.connect,
  icon: 'vm',
  keys: [key('Enter')],
  isOffered: () => true,
  refusal: () => (useHosts().status?.kind === 'demo' ? noScreen : null),
  run: (vm) =>
    once(`connect ${vm.id}`, async () => {
      try {
        await call('vm.connect', { vmId: vm.id })
      } catch (error) {
        tellRefusal(`connect ${vm.id}`, vm, text.command.connect, error)
      }
    }),
}

const noScreen: Refusal = {
  code: 'not-allowed',
  message: 'The demo host’s machines have no screen that could be opened.',
}
