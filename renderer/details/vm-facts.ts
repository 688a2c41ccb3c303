import type { Vm, VmLoad } from '#contract/model'
import { memory, moment, percent, uptime } from '../format.ts'
import { text } from '../text.ts'
import type { Fact } from '../ui/fact.ts'

/** What the details pane tells of a virtual machine, in two columns. What a narrow list hides is here as well. */
export function vmFacts(vm: Vm, load: VmLoad): readonly (readonly Fact[])[] {
  const words = text.details
  return [
    [
      { label: words.created, value: vm.createdAt === null ? text.unknown : moment(vm.createdAt) },
      { label: words.state, value: stateAndLoad(vm, load) },
      { label: words.version, value: vm.version },
      { label: words.generation, value: String(vm.generation) },
      { label: words.notes, value: vm.notes === '' ? text.none : vm.notes },
    ],
    [
      { label: words.checkpointType, value: text.checkpointTypes[vm.policy.type] },
      { label: words.automatic, value: vm.policy.automatic ? words.on : words.off },
      { label: words.location, value: vm.policy.location },
      { label: words.folder, value: vm.configurationFolder },
      ...(vm.replication === 'None'
        ? []
        : [{ label: words.replication, value: text.replication[vm.replication] }]),
      // While something is being done, the Status column tells it, and sooner.
      ...(vm.statusText === '' || vm.activity !== null ? [] : [{ label: words.says, value: vm.statusText }]),
    ],
  ]
}

function stateAndLoad(vm: Vm, { cpuUsage, memoryAssigned, uptime: up }: VmLoad): string {
  return [
    vm.state,
    ...(cpuUsage === null || vm.state === 'Off' ? [] : [percent(cpuUsage)]),
    ...(memoryAssigned === null ? [] : [memory(memoryAssigned)]),
    ...(up === null ? [] : [uptime(up)]),
  ].join(' · ')
}
