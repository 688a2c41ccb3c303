import { mostCheckpoints } from './eligibility.ts'
import type { Vm } from './model.ts'
import type { Readiness, Volume } from './readiness.ts'

/** No zod in here: the renderer imports this file at run time. */

/** What does not decide what a checkpoint will be, and is good to know before it is taken. */
export interface CheckpointCaution {
  readonly kind:
    'pass-through-disks' | 'shared-disks' | 'clustered' | 'little-room' | 'near-limit' | 'replicated'
  readonly sentence: string
}

/** Pure; `readiness` is null while nothing is known of it. What weighs most comes first. */
export function checkpointCautions(vm: Vm, readiness: Readiness | null): readonly CheckpointCaution[] {
  return [
    ...(readiness === null ? [] : diskCautions(readiness)),
    ...(readiness?.volumes ?? []).flatMap((volume) => roomCaution(vm, volume)),
    ...limitCaution(vm.checkpoints.length),
    ...(readiness?.isClustered === true ? [clustered] : []),
    ...(vm.replication === 'Primary' ? [replicated] : []),
  ]
}

function diskCautions({ passThroughDisks, sharedDisks }: Readiness): readonly CheckpointCaution[] {
  return [
    ...(passThroughDisks === 0
      ? []
      : [{ kind: 'pass-through-disks', sentence: passThroughSentence(passThroughDisks) } as const]),
    ...(sharedDisks === 0 ? [] : [{ kind: 'shared-disks', sentence: sharedSentence(sharedDisks) } as const]),
  ]
}

function passThroughSentence(count: number): string {
  return count === 1
    ? 'One of its disks is a physical disk, which no checkpoint holds.'
    : `${String(count)} of its disks are physical disks, which no checkpoint holds.`
}

function sharedSentence(count: number): string {
  return count === 1
    ? 'One of its disks may be written to by other virtual machines: Hyper-V may refuse, and going back would go back for them too.'
    : `${String(count)} of its disks may be written to by other virtual machines: Hyper-V may refuse, and going back would go back for them too.`
}

const gigabyte = 1024 ** 3
const littleRoom = 10 * gigabyte

/** The saved state of a standard checkpoint takes about the memory that is assigned. */
function roomCaution({ load }: Vm, { root, free }: Volume): readonly CheckpointCaution[] {
  const memory = load.memoryAssigned ?? 0
  if (free === null || free >= Math.max(littleRoom, memory)) return []
  const needs = free < memory ? `, and a checkpoint with its memory takes ${inGigabytes(memory)} GB` : ''
  const sentence = `${root} has ${inGigabytes(free)} GB left${needs}. Its disks grow there once it has a checkpoint, and a full volume stops it.`
  return [{ kind: 'little-room', sentence }]
}

function inGigabytes(bytes: number): string {
  return (bytes / gigabyte).toFixed(1)
}

const nearLimit = 45

function limitCaution(count: number): readonly CheckpointCaution[] {
  if (count < nearLimit || count >= mostCheckpoints) return []
  const sentence = `It has ${String(count)} checkpoints, and Hyper-V keeps at most ${String(mostCheckpoints)}.`
  return [{ kind: 'near-limit', sentence }]
}

const clustered: CheckpointCaution = {
  kind: 'clustered',
  sentence: 'A cluster runs it: the files of its checkpoints must lie where every node can reach them.',
}

const replicated: CheckpointCaution = {
  kind: 'replicated',
  sentence: 'It is replicated to another host: after this is applied it may have to be replicated anew.',
}
