import { checkpointKind } from '#contract/checkpoint-kind'
import type { CheckpointRecord } from '#contract/checkpoint-record'
import { applyRefusal } from '#contract/eligibility'
import type { CheckpointDetails } from '#contract/machine-details'
import type { Checkpoint, Vm } from '#contract/model'
import { moment } from '../format.ts'
import type { Reading } from '../stores/readings.ts'
import { text } from '../text.ts'
import type { Fact } from '../ui/fact.ts'
import { recordFacts } from './record-facts.ts'
import { sizeOfCheckpoint } from './checkpoint-size.ts'

/** What the details pane tells of a checkpoint, in two columns; the notes come after the second. */
export function checkpointFacts(
  vm: Vm,
  checkpoint: Checkpoint,
  details: Reading<CheckpointDetails>,
  record: CheckpointRecord | null,
): readonly (readonly Fact[])[] {
  const words = text.details
  const { createdAt } = checkpoint
  const kind = checkpointKind(checkpoint, record)
  return [
    [
      { label: words.name, value: checkpoint.name },
      { label: words.created, value: createdAt === null ? text.unknown : moment(createdAt) },
      { label: words.kind, value: text.kinds[kind] },
      { label: '', value: text.kindMeanings[kind] },
      ...recordFacts(record),
    ],
    [
      { label: words.parent, value: parentName(vm, checkpoint) },
      { label: words.size, value: size(details) },
      { label: words.afterApplying, value: applyGives(vm, checkpoint) },
    ],
  ]
}

/** Has its place while it is read, so that nothing moves when it comes. */
function size({ value, problem }: Reading<CheckpointDetails>): string {
  if (value !== undefined) return sizeOfCheckpoint(value)
  return problem === null ? text.details.reading : text.unknown
}

function parentName(vm: Vm, { parentId }: Checkpoint): string {
  if (parentId === null) return text.details.noParent
  return vm.checkpoints.find(({ id }) => id === parentId)?.name ?? text.details.unknownParent
}

function applyGives(vm: Vm, checkpoint: Checkpoint): string {
  const gives = text.details.applyGives
  if (checkpoint.category !== 'user' && checkpoint.category !== 'automatic')
    return applyRefusal(vm, checkpoint)?.message ?? gives.none
  if (checkpoint.isSaved === null) return gives.unknown
  return checkpoint.isSaved ? gives.memory : gives.disks
}
