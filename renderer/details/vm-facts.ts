import type { VmDetails } from '#contract/machine-details'
import type { Vm, VmLoad } from '#contract/model'
import { memory, moment, percent, uptime } from '../format.ts'
import type { Reading } from '../stores/readings.ts'
import { text } from '../text.ts'
import type { Fact } from '../ui/fact.ts'

/**
 * What the details pane tells of a virtual machine, in two columns: Hyper-V Manager's facts first. What a narrow list
 * hides is here as well.
 */
export function vmFacts(vm: Vm, load: VmLoad, details: Reading<VmDetails>): readonly (readonly Fact[])[] {
  const words = text.details
  return [
    [
      { label: words.created, value: vm.createdAt === null ? text.unknown : moment(vm.createdAt) },
      { label: words.version, value: vm.version },
      { label: words.generation, value: String(vm.generation) },
      { label: words.notes, value: vm.notes === '' ? text.none : vm.notes },
      // Last, for its figures change their width all the time and must move nothing else.
      { label: words.state, value: stateAndLoad(vm, load) },
    ],
    [
      { label: words.clustered, value: read(details, (it) => (it.isClustered ? words.yes : words.no)) },
      { label: words.heartbeat, value: read(details, (it) => words.heartbeats[it.heartbeat]) },
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

/** Has its place while it is read, so that nothing moves when it comes. */
function read({ value, problem }: Reading<VmDetails>, word: (details: VmDetails) => string): string {
  if (value !== undefined) return word(value)
  return problem === null ? text.details.reading : text.unknown
}

function stateAndLoad(vm: Vm, { cpuUsage, memoryAssigned, uptime: up }: VmLoad): string {
  return [
    vm.state,
    ...(cpuUsage === null || vm.state === 'Off' ? [] : [percent(cpuUsage)]),
    ...(memoryAssigned === null ? [] : [memory(memoryAssigned)]),
    ...(up === null ? [] : [uptime(up)]),
  ].join(' · ')
}
