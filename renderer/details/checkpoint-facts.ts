import { checkpointKind } from '#contract/checkpoint-kind'
import { applyRefusal } from '#contract/eligibility'
import type { Checkpoint, Vm } from '#contract/model'
import { age, moment } from '../format.ts'
import { text } from '../text.ts'
import type { Fact } from '../ui/fact.ts'

/** What the details pane tells of a checkpoint, in two columns. */
export function checkpointFacts(vm: Vm, checkpoint: Checkpoint, now: number): readonly (readonly Fact[])[] {
  const words = text.details
  const kind = checkpointKind(checkpoint)
  return [
    [
      {
        label: words.created,
        value:
          checkpoint.createdAt === null
            ? text.unknown
            : `${moment(checkpoint.createdAt)} (${age(checkpoint.createdAt, now)})`,
      },
      { label: words.kind, value: text.kinds[kind] },
      { label: '', value: text.kindMeanings[kind] },
    ],
    [
      { label: words.parent, value: parentName(vm, checkpoint) },
      { label: words.afterApplying, value: applyGives(vm, checkpoint) },
      { label: words.notes, value: checkpoint.notes === '' ? text.none : checkpoint.notes },
    ],
  ]
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
