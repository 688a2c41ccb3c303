import { ownFiles } from './checkpoint-cost.ts'
import { pathKey, sizeOf, volumeOf } from './disk-files.ts'
import type { VmCosts } from './machine-costs.ts'
import type { Vm, VmId } from './model.ts'
import type { Volume } from './readiness.ts'

/** No zod in here: the window runs this file. */

export interface VolumeRunway extends Volume {
  /** Days until it is full if all go on writing as since their last checkpoints; null where nobody can tell. */
  readonly days: number | null
  /** Of how many machines with files on it that is known. */
  readonly machines: number
}

interface Facts {
  readonly vms: Iterable<Vm>
  /** Of the machines whose files were read. */
  readonly costs: ReadonlyMap<VmId, VmCosts>
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Pure: how long each volume lasts at what all machines together write to it. `lastSaid` is newer than what the machines say of a volume. */
export function runwaysOf(
  { vms, costs, now }: Facts,
  lastSaid: readonly Volume[] = [],
): readonly VolumeRunway[] {
  const rates = new Map<string, VolumeRate>()
  for (const vm of vms) {
    const read = costs.get(vm.id)
    if (read === undefined) continue
    const { since, volumes } = writtenBy(vm, read)
    for (const { volume, bytes } of volumes) add(rates, volume, dailyRate(bytes, since, now))
  }
  for (const volume of lastSaid) add(rates, volume, null)
  return [...rates.values()].map(({ volume, bytes, machines }) => ({
    ...volume,
    machines,
    days: volume.free === null || bytes === 0 ? null : volume.free / bytes,
  }))
}

interface VolumeRate {
  readonly volume: Volume
  /** A day. */
  readonly bytes: number
  readonly machines: number
}

/** What was said of the volume last is what holds. */
function add(rates: Map<string, VolumeRate>, volume: Volume, rate: number | null): void {
  const key = pathKey(volume.root)
  const { bytes, machines } = rates.get(key) ?? { bytes: 0, machines: 0 }
  rates.set(key, { volume, bytes: bytes + (rate ?? 0), machines: machines + (rate === null ? 0 : 1) })
}

interface Written {
  readonly vm: Vm
  readonly since: number | null
  /** Each that the machine has files on, with what "Now" has written to it; null where a size could not be read. */
  readonly volumes: readonly { readonly volume: Volume; readonly bytes: number | null }[]
}

/** Kept for as long as the reading is: a host has many machines, and each that is read asks for all of them again. */
const known = new WeakMap<VmCosts, Written>()

function writtenBy(vm: Vm, costs: VmCosts): Written {
  const before = known.get(costs)
  if (before?.vm === vm) return before
  const files = ownFiles(costs.disks)
  const written = {
    vm,
    since: writingSince(vm),
    volumes: costs.volumes.map((volume) => ({
      volume,
      bytes: sizeOf(files.filter(({ path }) => volumeOf(costs.volumes, path) === volume)),
    })),
  }
  known.set(costs, written)
  return written
}

/**
 * "Now" gets new files when a checkpoint is taken and when one is applied. Where it hangs under one that is not the
 * newest, that was applied after the newest was taken: what it wrote is younger than its parent.
 */
function writingSince(vm: Vm): number | null {
  const parent = vm.checkpoints.find(({ id }) => id === vm.parentCheckpointId)
  if (parent?.createdAt == null) return null
  return Math.max(
    ...vm.checkpoints.flatMap(({ createdAt }) => createdAt ?? []).map((each) => Date.parse(each)),
  )
}

const hour = 3_600_000
const day = 24 * hour

/** Of less than an hour nothing follows for the days to come. */
function dailyRate(bytes: number | null, since: number | null, now: number): number | null {
  if (bytes === null || since === null || now - since < hour) return null
  return bytes / ((now - since) / day)
}
