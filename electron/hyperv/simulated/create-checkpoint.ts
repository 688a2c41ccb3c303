import { activityStatus } from './activities.ts'
import { checkpointDefaultName } from './checkpoint-default-name.ts'
import type { NamedKind } from './checkpoint-default-name.ts'
import { checkpointOutcome, isValidName } from './checkpoint-rules.ts'
import { withCheckpoint } from './checkpoint-tree.ts'
import type { NewCheckpoint } from './checkpoint-tree.ts'
import { jobType } from './jobs.ts'
import type { OnJob, SimulatedVm } from './simulation.ts'
import { setCheckpointName } from './rename-checkpoint.ts'
import { alone, findVm, refuse } from './world.ts'
import type { World } from './world.ts'

/** Takes a checkpoint as the machine's policy and state allow; a name of its own is set in a second step. */
export async function createCheckpoint(
  world: World,
  vmId: string,
  name: string | null,
  onJob?: OnJob,
): Promise<string> {
  const vm = findVm(world, vmId)
  world.faults.strike('create', vm.id)
  if (name !== null && !isValidName(name)) throw refuse(world, 'invalidName', name)
  return alone(world, vm, async () => {
    const outcome = checkpointOutcome(vm)
    if (outcome.refusal !== null) throw refuse(world, outcome.refusal, vm.name)
    if (fallsBack(vm, outcome.isSaved)) world.log.fellBack(vm)
    const id = await takeCheckpoint(world, vm, 'user', outcome.isSaved, onJob)
    world.faults.strike('create-taken', vm.id)
    if (name !== null) {
      world.faults.strike('set-name', vm.id)
      await setCheckpointName(world, vm.id, id, name)
    }
    return id
  })
}

/** Of a machine that does not run, no guest is asked for anything. */
function fallsBack(vm: SimulatedVm, isSaved: boolean): boolean {
  return vm.checkpointType === 'Production' && vm.state === 'Running' && isSaved
}

/** Takes it without asking whether it may be taken. The caller has the machine for itself. */
export async function takeCheckpoint(
  world: World,
  vm: SimulatedVm,
  kind: NamedKind,
  isSaved: boolean,
  onJob?: OnJob,
): Promise<string> {
  const id = world.random.guid()
  const status = kind === 'backup' ? activityStatus.backingUp : activityStatus.creating
  await world.activities.showing(vm.id, status, () =>
    world.jobs.run({
      vmId: vm.id,
      type: kind === 'backup' ? jobType.backup : jobType.create,
      // Memory has to be written, the guest's backup service only to be asked.
      milliseconds: isSaved ? 4_000 : 2_500,
      onJob,
      finish: () => {
        const checkpoint = newCheckpoint(world, vm, id, kind, isSaved)
        world.machines.change(vm.id, withCheckpoint(vm, checkpoint, world.random.guid))
      },
    }),
  )
  return id
}

function newCheckpoint(
  world: World,
  vm: SimulatedVm,
  id: string,
  kind: NamedKind,
  isSaved: boolean,
): NewCheckpoint {
  const now = world.clock.now()
  return {
    id,
    vmId: vm.id,
    name: checkpointDefaultName(kind, vm.name, now, world.culture),
    createdAt: now,
    type: kind === 'backup' ? 'Recovery' : 'Realized',
    isAutomatic: kind === 'automatic',
    isSaved,
    policyWhenTaken: vm.checkpointType,
    notes: '',
    systemFilesSize: configurationSize + (isSaved ? memoryOf(vm) : 0),
  }
}

const configurationSize = 4 * 1024 ** 2

function memoryOf(vm: SimulatedVm): number {
  return vm.memoryAssigned > 0 ? vm.memoryAssigned : vm.memoryStartup
}
