import { type CheckpointCost, costOf } from './checkpoint-cost.ts'
import { forecastDelete } from './delete-forecast.ts'
import { findingAboutMachine } from './finding-about.ts'
import type { HealthFacts, HealthFinding } from './health-finding.ts'
import { deletableOf } from './health-of-list.ts'
import { healthText } from './health-text.ts'
import type { VmCosts } from './machine-costs.ts'
import type { Checkpoint, CheckpointId, Vm } from './model.ts'

/** No zod in here: the window runs this file. */

const gigabyte = 1024 ** 3

/** What the files of a machine tell beside its list. */
export function costsHealth(
  vm: Vm,
  costs: VmCosts,
  { thresholds }: Pick<HealthFacts, 'thresholds'>,
): readonly HealthFinding[] {
  const { depth, total } = costOf(costs)
  return [
    ...depthHealth(vm, depth, thresholds.depth),
    ...sizeHealth(vm, costs, total, thresholds.size * gigabyte),
    ...waitingHealth(vm, costs),
  ]
}

/** The same findings, each checkpoint’s with what it takes. */
export function withSizes(costs: VmCosts, findings: readonly HealthFinding[]): readonly HealthFinding[] {
  if (findings.length === 0) return findings
  const { ofCheckpoint } = costOf(costs)
  return findings.map((finding) => {
    if (finding.subject.kind !== 'checkpoint') return finding
    return { ...finding, bytes: bytesOf(ofCheckpoint.get(finding.subject.checkpointId)) }
  })
}

function bytesOf(cost: CheckpointCost | undefined): number | null {
  return cost === undefined || cost.state === null || cost.disks === null ? null : cost.state + cost.disks
}

function depthHealth(vm: Vm, depth: number, most: number): readonly HealthFinding[] {
  if (depth <= most) return []
  const checkpoints = shortening(vm)
    .slice(0, depth - most)
    .map(({ id }) => id)
  return [
    findingAboutMachine(vm, {
      kind: 'depth',
      severity: 'look',
      sentence: healthText.depth(depth, most),
      checkpoints,
      remedy: checkpoints.length === 0 ? null : 'delete',
    }),
  ]
}

/** On the way to "Now", those whose disks are merged when they go; where a branch begins they would be kept. */
function shortening(vm: Vm): readonly Checkpoint[] {
  const path = wayToNow(vm)
  return deletableOf(vm).filter(({ id }) => {
    const builders = vm.checkpoints.filter(({ parentId }) => parentId === id).length
    return path.has(id) && builders + (vm.parentCheckpointId === id ? 1 : 0) === 1
  })
}

function wayToNow({ checkpoints, parentCheckpointId }: Vm): ReadonlySet<CheckpointId> {
  const parents = new Map(checkpoints.map(({ id, parentId }) => [id, parentId]))
  const way = new Set<CheckpointId>()
  // One that is on the way already is not walked again, so that a cycle ends.
  for (let id = parentCheckpointId; id !== null && !way.has(id); id = parents.get(id) ?? null) way.add(id)
  return way
}

function sizeHealth(vm: Vm, costs: VmCosts, total: number | null, most: number): readonly HealthFinding[] {
  if (total === null || total <= most) return []
  const checkpoints = enoughToFree(vm, costs, total - most)
  return [
    findingAboutMachine(vm, {
      kind: 'size',
      severity: 'look',
      sentence: healthText.size(total / gigabyte, most / gigabyte),
      bytes: total,
      checkpoints,
      remedy: checkpoints.length === 0 ? null : 'delete',
    }),
  ]
}

/**
 * The oldest, as few of them as may do: how much a merge frees is known within a range only, and it is better to delete
 * once more than too much.
 */
function enoughToFree(vm: Vm, costs: VmCosts, bytes: number): readonly CheckpointId[] {
  const ids = deletableOf(vm).map(({ id }) => id)
  const enough = ids.findIndex((_, at) => {
    const { frees } = forecastDelete(costs, new Set(ids.slice(0, at + 1)))
    return frees !== null && frees.to >= bytes
  })
  return enough < 0 ? ids : ids.slice(0, enough + 1)
}

/** While disks are merged the list tells that already. */
function waitingHealth(vm: Vm, costs: VmCosts): readonly HealthFinding[] {
  const waiting = forecastDelete(costs, new Set()).merging.length
  if (waiting === 0 || vm.activity?.kind === 'merging-disks') return []
  const sentence = healthText.mergesWaiting(waiting)
  return [findingAboutMachine(vm, { kind: 'merging', severity: 'look', sentence, remedy: 'wait' })]
}
