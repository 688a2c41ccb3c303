import { pathKey } from './disk-files.ts'
import type { HealthFacts, HealthFinding } from './health-finding.ts'
import { healthText } from './health-text.ts'
import type { HostStorage } from './machine-costs.ts'
import { runwaysOf, type VolumeRunway } from './volume-runway.ts'

/** No zod in here: the window runs this file. */

/** What belongs to no single machine. */
export function hostHealth(facts: HealthFacts): readonly HealthFinding[] {
  const { storage, thresholds } = facts
  return [
    ...runwaysOf(facts, storage?.volumes).flatMap((volume) => runwayHealth(volume, thresholds.runway)),
    ...(storage?.leftBehind ?? []).map(leftBehindFinding),
  ]
}

/** A full volume stops its machines; for how long another lasts, nobody can tell where nothing is written. */
function runwayHealth(
  { root, free, days: lasts }: VolumeRunway,
  leastDays: number,
): readonly HealthFinding[] {
  if (free === null || (free > 0 && (lasts === null || lasts >= leastDays))) return []
  const days = free === 0 || lasts === null ? 0 : Math.floor(lasts)
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
