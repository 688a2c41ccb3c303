import { Vm } from '#contract/model'
import type { CheckpointCategory } from '#contract/model'
import { activityOf, statusTextOf } from './activity-of.ts'
import type { SimulatedCheckpoint, SimulatedVm, Simulation } from './simulation.ts'

/** A simulated machine in the words of the contract. Parsed, so that the demo can't show what a real host could not. */
export function vmOf(vm: SimulatedVm, simulation: Simulation): Vm {
  const activity = activityOf(vm, simulation.jobs())
  const isOn = vm.state !== 'Off' && vm.state !== 'Saved'
  return Vm.parse({
    id: vm.id,
    name: vm.name,
    state: vm.state,
    isCritical: vm.isCritical,
    activity,
    statusText: statusTextOf(vm, activity, simulation.culture),
    load: {
      cpuUsage: isOn ? vm.cpuUsage : null,
      memoryAssigned: isOn ? vm.memoryAssigned : null,
      uptime: isOn ? vm.uptime : null,
    },
    version: vm.version,
    generation: vm.generation,
    createdAt: moment(vm.createdAt),
    notes: vm.notes,
    policy: {
      type: vm.checkpointType,
      automatic: vm.automaticCheckpoints,
      location: vm.snapshotFileLocation,
    },
    configurationFolder: vm.configurationFolder,
    replication: vm.replication,
    parentCheckpointId: vm.parentCheckpointId,
    checkpoints: [...vm.checkpoints].sort((a, b) => a.createdAt - b.createdAt).map(checkpointOf),
  } satisfies Shape)
}

/** A contract's machine whose Ids and lists have not been parsed yet. */
type Shape = Omit<Vm, 'id' | 'parentCheckpointId' | 'checkpoints'> & {
  readonly id: string
  readonly parentCheckpointId: string | null
  readonly checkpoints: readonly object[]
}

function checkpointOf(checkpoint: SimulatedCheckpoint): object {
  const { id, vmId, name, parentId, createdAt, isSaved, policyWhenTaken, notes } = checkpoint
  const category = checkpoint.isAutomatic ? 'automatic' : categories[checkpoint.type]
  return { id, vmId, name, parentId, createdAt: moment(createdAt), category, isSaved, policyWhenTaken, notes }
}

const categories: Readonly<Record<SimulatedCheckpoint['type'], CheckpointCategory>> = {
  Realized: 'user',
  Recovery: 'backup',
  Planned: 'planned',
  Missing: 'missing',
  'Replica:Standard': 'replica',
  'Replica:ApplicationConsistent': 'replica',
}

function moment(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
