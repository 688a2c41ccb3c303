import { mostCheckpoints } from './eligibility.ts'
import { fallbackSentence } from './fallback-text.ts'
import { findingAboutCheckpoint, findingAboutMachine } from './finding-about.ts'
import type { HealthFacts, HealthFinding } from './health-finding.ts'
import { healthText } from './health-text.ts'
import type { Checkpoint, CheckpointId, Vm } from './model.ts'

/** No zod in here: the window runs this file. */

type ListFacts = Pick<HealthFacts, 'records' | 'thresholds' | 'now'>

const day = 86_400_000

/** What the list alone tells of a machine. What one cause explains is not told twice. */
export function listHealth(vm: Vm, facts: ListFacts): readonly HealthFinding[] {
  return [
    ...criticalHealth(vm),
    ...countHealth(vm, facts.thresholds.count),
    ...mergingHealth(vm),
    ...settingHealth(vm, facts.thresholds.age),
    ...vm.checkpoints.flatMap((checkpoint) => [
      ...categoryHealth(vm, checkpoint, facts),
      ...fallbackHealth(vm, checkpoint, facts),
    ]),
  ]
}

/** Those that may be deleted, oldest first: others belong to a backup program or to replication, or are not there. */
export function deletableOf({ checkpoints }: Vm): readonly Checkpoint[] {
  return checkpoints.filter(({ category }) => category === 'user' || category === 'automatic')
}

function criticalHealth(vm: Vm): readonly HealthFinding[] {
  if (!vm.isCritical) return []
  const { critical } = healthText
  return [
    findingAboutMachine(vm, { kind: 'critical', severity: 'wrong', sentence: critical, remedy: 'help' }),
  ]
}

function countHealth(vm: Vm, most: number): readonly HealthFinding[] {
  const count = vm.checkpoints.length
  const isFull = count >= mostCheckpoints
  if (count <= most && !isFull) return []
  const excess: readonly CheckpointId[] = deletableOf(vm)
    .slice(0, Math.max(count - most, 1))
    .map(({ id }) => id)
  return [
    findingAboutMachine(vm, {
      kind: 'count',
      severity: isFull ? 'wrong' : 'look',
      sentence: isFull ? healthText.full : healthText.count(count, most),
      checkpoints: excess,
      remedy: excess.length === 0 ? null : 'delete',
    }),
  ]
}

function mergingHealth(vm: Vm): readonly HealthFinding[] {
  if (vm.activity?.kind !== 'merging-disks') return []
  const sentence = healthText.merging(vm.activity.percent)
  return [findingAboutMachine(vm, { kind: 'merging', severity: 'look', sentence, remedy: 'wait' })]
}

/**
 * Automatic checkpoints are for machines that are started and shut down all the time. Where there is one already, that
 * itself is told.
 */
function settingHealth(vm: Vm, mostDays: number): readonly HealthFinding[] {
  const { policy, checkpoints, load } = vm
  const areOn = policy.automatic && policy.type !== 'Disabled'
  if (!areOn || checkpoints.some(({ category }) => category === 'automatic')) return []
  if (load.uptime === null || load.uptime <= mostDays * day) return []
  const sentence = healthText.willBeAutomatic(mostDays)
  return [findingAboutMachine(vm, { kind: 'automatic', severity: 'look', sentence, remedy: 'settings' })]
}

function categoryHealth(vm: Vm, checkpoint: Checkpoint, facts: ListFacts): readonly HealthFinding[] {
  const made = (said: Parameters<typeof findingAboutCheckpoint>[3]): readonly HealthFinding[] => [
    findingAboutCheckpoint(vm, checkpoint, facts.now, said),
  ]
  const { automatic, backup, missing } = healthText
  switch (checkpoint.category) {
    case 'user':
      return ageHealth(vm, checkpoint, facts)
    case 'automatic': {
      const remedy = vm.policy.automatic ? 'end-automatic' : 'delete'
      return made({ kind: 'automatic', severity: 'look', sentence: automatic, remedy })
    }
    case 'backup':
      if (vm.activity?.kind === 'backing-up') return []
      return made({ kind: 'backup', severity: 'look', sentence: backup, remedy: 'help' })
    case 'missing':
      return made({ kind: 'missing', severity: 'wrong', sentence: missing, remedy: 'help' })
    case 'replica':
    case 'planned':
      return []
  }
}

/** What was kept is the way back at first, and is there to be cleaned up from the next day on. */
function ageHealth(vm: Vm, checkpoint: Checkpoint, facts: ListFacts): readonly HealthFinding[] {
  const { records, thresholds, now } = facts
  if (checkpoint.createdAt === null) return []
  const purpose = records.get(checkpoint.id)?.purpose ?? 'asked'
  const mostDays = purpose === 'asked' ? thresholds.age : 1
  if (now - Date.parse(checkpoint.createdAt) <= mostDays * day) return []
  const [kind, sentence] =
    purpose === 'asked'
      ? (['age', healthText.age(thresholds.age)] as const)
      : (['kept', healthText.kept[purpose]] as const)
  return [findingAboutCheckpoint(vm, checkpoint, now, { kind, severity: 'look', sentence, remedy: 'delete' })]
}

function fallbackHealth(vm: Vm, checkpoint: Checkpoint, facts: ListFacts): readonly HealthFinding[] {
  const record = facts.records.get(checkpoint.id)
  if (record === undefined || record.fallback === null || record.fallback.isRead) return []
  return [
    findingAboutCheckpoint(vm, checkpoint, facts.now, {
      kind: 'fallback',
      severity: 'look',
      sentence: fallbackSentence(record),
      remedy: 'mark-read',
    }),
  ]
}
