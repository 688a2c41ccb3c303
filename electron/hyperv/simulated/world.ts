import type { Clock } from '../../core/ports.ts'
import { createActivities } from './activities.ts'
import type { Activities } from './activities.ts'
import { createFaults } from './faults.ts'
import type { Faults } from './faults.ts'
import { createFolders } from './folders.ts'
import type { Folders } from './folders.ts'
import { createHostLog } from './host-log.ts'
import type { HostLog } from './host-log.ts'
import { createJobs } from './jobs.ts'
import type { Jobs } from './jobs.ts'
import { labStorage } from './lab-storage.ts'
import { createMachines } from './machines.ts'
import type { Machines } from './machines.ts'
import { createPacing } from './pacing.ts'
import type { Pacing } from './pacing.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'
import { refusalOf } from './refusals.ts'
import type { Culture, RefusalKind } from './refusals.ts'
import type { SimulatedCheckpoint, SimulatedError, SimulatedVm } from './simulation.ts'
import { createStorage } from './storage.ts'
import type { Storage, StorageOptions } from './storage.ts'

/** What every verb of the simulation works with. */
export interface World {
  readonly culture: Culture
  readonly clock: Clock
  readonly random: Random
  readonly pacing: Pacing
  readonly machines: Machines
  readonly activities: Activities
  readonly jobs: Jobs
  readonly folders: Folders
  readonly faults: Faults
  readonly storage: Storage
  readonly log: HostLog
}

export interface WorldOptions {
  readonly lab: readonly SimulatedVm[]
  readonly clock: Clock
  /** Scales all delays: 1 is lifelike, smaller is faster. */
  readonly pace?: number | undefined
  readonly seed?: number | undefined
  readonly culture?: Culture | undefined
  readonly faults?: Faults | undefined
  readonly storage?: StorageOptions | undefined
  /** Whether things happen by themselves; tests mostly want them not to. */
  readonly life?: boolean | undefined
}

export function createWorld(options: WorldOptions): World {
  const { lab, clock, faults, culture: language = 'en-US' } = options
  // The past of a machine may be made from the same seed.
  const random = createRandom(options.seed ?? 1, '9')
  const pacing = createPacing(clock, options.pace ?? 1)
  const machines = createMachines(lab, options.life === true ? clock : null)
  return {
    culture: language,
    clock,
    random,
    pacing,
    machines,
    activities: createActivities(machines),
    jobs: createJobs(clock, pacing, machines, random, language),
    folders: createFolders(),
    faults: faults ?? createFaults(),
    storage: createStorage(options.storage ?? labStorage, machines.all),
    log: createHostLog(clock, language),
  }
}

export function findVm({ machines, culture }: World, vmId: string): SimulatedVm {
  const vm = machines.get(vmId)
  if (vm === undefined) throw refusalOf('vmNotFound', culture, null)
  return vm
}

/** A checkpoint of another virtual machine is as unknown as one that is nowhere. */
export function findCheckpoint(
  { culture }: World,
  vm: SimulatedVm,
  checkpointId: string,
): SimulatedCheckpoint {
  const id = checkpointId.toLowerCase()
  const checkpoint = vm.checkpoints.find((each) => each.id === id)
  if (checkpoint === undefined) throw refusalOf('checkpointNotFound', culture, null)
  return checkpoint
}

export function refuse(world: World, kind: RefusalKind, target: string): SimulatedError {
  return refusalOf(kind, world.culture, target)
}

/** One thing at a time on each virtual machine; merging and backing up go on beside it. */
export function alone<T>(world: World, vm: SimulatedVm, work: () => Promise<T>): Promise<T> {
  return world.activities.alone(vm, () => refuse(world, 'busy', vm.name), work)
}
