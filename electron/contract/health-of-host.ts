import { costOf } from './checkpoint-cost.ts'
import { pathKey } from './disk-files.ts'
import type { HealthFacts, HealthFinding } from './health-finding.ts'
import { healthText } from './health-text.ts'
import type { HostStorage } from './machine-costs.ts'
import type { Volume } from './readiness.ts'

/** No zod in here: the window runs this file. */

/** What belongs to no single machine. */
export function hostHealth(facts: HealthFacts): readonly HealthFinding[] {
  const { storage, thresholds } = facts
  return [
    ...volumesOf(facts).flatMap((volume) => runwayHealth(volume, thresholds.runway)),
    ...(storage?.leftBehind ?? []).map(leftBehindFinding),
  ]
}

interface VolumeRate extends Volume {
  /** Bytes a day that all machines together write to it. */
  readonly rate: number
}

/** Each once, as last said of the storage, else of the machines that have files on it. */
function volumesOf({ vms, costs, storage, now }: HealthFacts): readonly VolumeRate[] {
  const volumes = new Map<string, VolumeRate>()
  for (const vm of vms) {
    const read = costs.get(vm.id)
    for (const { days, ...volume } of read === undefined ? [] : costOf(vm, read, now).volumes) {
      const rate = days === null || volume.free === null || days === 0 ? 0 : volume.free / days
      const before = volumes.get(pathKey(volume.root))
      volumes.set(pathKey(volume.root), { ...volume, rate: rate + (before?.rate ?? 0) })
    }
  }
  for (const volume of storage?.volumes ?? []) {
    const key = pathKey(volume.root)
    volumes.set(key, { ...volume, rate: volumes.get(key)?.rate ?? 0 })
  }
  return [...volumes.values()]
}

/** A full volume stops its machines; for how long another lasts, nobody can tell where nothing is written. */
function runwayHealth({ root, free, rate }: VolumeRate, leastDays: number): readonly HealthFinding[] {
  if (free === null || (free > 0 && (rate === 0 || free / rate >= leastDays))) return []
  const days = free === 0 ? 0 : Math.floor(free / rate)
  return [
    {
      id: `runway ${pathKey(root)}`,
      kind: 'runway',
      subject: { kind: 'volume', root },
      severity: days < 1 ? 'wrong' : 'look',
      sentence: free === 0 ? healthText.volumeFull : healthText.runway(days),
      age: null,
      bytes: free,
      checkpoints: [],
      remedy: 'help',
    },
  ]
}

function leftBehindFinding({ path, size }: HostStorage['leftBehind'][number]): HealthFinding {
  return {
    id: `left-behind ${pathKey(path)}`,
    kind: 'left-behind',
    subject: { kind: 'file', path },
    severity: 'look',
    sentence: healthText.leftBehind,
    age: null,
    bytes: size,
    checkpoints: [],
    remedy: 'help',
  }
}
