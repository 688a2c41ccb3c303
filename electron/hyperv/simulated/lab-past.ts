import type { CheckpointType } from '#contract/model'
import { checkpointDefaultName } from './checkpoint-default-name.ts'
import type { NamedKind } from './checkpoint-default-name.ts'
import { withApplied, withCheckpoint, withoutCheckpoints } from './checkpoint-tree.ts'
import type { NewCheckpoint } from './checkpoint-tree.ts'
import type { Random } from './random.ts'
import type { SimulatedCheckpoint, SimulatedHardware, SimulatedVm } from './simulation.ts'

/**
 * Takes a checkpoint; or applies an earlier one by its name, so that what follows branches off it; or deletes one,
 * so that its disks wait to be merged; or changes what the machine is made of; or writes so many gigabytes.
 */
export type LabStep =
  | LabTake
  | { readonly apply: string }
  | { readonly drop: string }
  | { readonly change: Partial<SimulatedHardware> }
  | { readonly write: number }

export interface LabTake {
  /** Null for the name that Hyper-V gives by itself. */
  readonly take: string | null
  /** Milliseconds before now. */
  readonly ago: number
  /** What was written since the step before, in gigabytes. */
  readonly grew?: number
  readonly isSaved?: boolean
  readonly policy?: CheckpointType
  readonly type?: SimulatedCheckpoint['type']
  readonly isAutomatic?: boolean
  readonly notes?: string
}

/** What the step makes of the machine. */
export function after(vm: SimulatedVm, step: LabStep, now: number, random: Random): Partial<SimulatedVm> {
  if ('take' in step)
    return withCheckpoint(grown(vm, step.grew ?? 1), taken(vm, step, now, random), random.guid)
  if ('change' in step) return step.change
  if ('write' in step) return { disks: grown(vm, step.write).disks }
  if ('drop' in step) return withoutCheckpoints(vm, new Set([named(vm, step.drop).id]))
  return withApplied(vm, named(vm, step.apply), random.guid)
}

/** Bytes. */
export const gigabyte = 1024 ** 3
/** Milliseconds. */
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

function named(vm: SimulatedVm, name: string): SimulatedCheckpoint {
  const found = vm.checkpoints.find((each) => each.name === name)
  if (found === undefined) throw new Error(`The lab's ${vm.name} has no checkpoint “${name}”.`)
  return found
}

function taken(vm: SimulatedVm, step: LabTake, now: number, random: Random): NewCheckpoint {
  const isSaved = step.isSaved ?? false
  const createdAt = now - step.ago
  return {
    id: random.guid(),
    vmId: vm.id,
    name: step.take ?? checkpointDefaultName(kindOf(step), vm.name, createdAt, 'en-US'),
    createdAt,
    type: step.type ?? 'Realized',
    isAutomatic: step.isAutomatic ?? false,
    isSaved,
    policyWhenTaken: step.policy ?? vm.checkpointType,
    notes: step.notes ?? '',
    systemFilesSize: 4 * 1024 ** 2 + (isSaved ? vm.memoryStartup : 0),
  }
}

function kindOf(step: LabTake): NamedKind {
  if (step.type === 'Recovery') return 'backup'
  return step.isAutomatic === true ? 'automatic' : 'user'
}

/** The first disk takes most of what is written. */
function grown(vm: SimulatedVm, gigabytes: number): SimulatedVm {
  const disks = vm.disks.map((disk, index) => {
    // A base disk has its size already.
    if (disk.parents.length === 0 || disk.diskNumber !== null) return disk
    return { ...disk, fileSize: Math.round((gigabytes * gigabyte) / (index + 1)) }
  })
  return { ...vm, disks }
}
