import type { CheckpointRecord } from '#contract/checkpoint-record'
import { text } from '../text.ts'
import type { Fact } from '../ui/fact.ts'

/** What is known of a checkpoint because this app took it; of any other nothing is said. */
export function recordFacts(record: CheckpointRecord | null): readonly Fact[] {
  if (record === null) return []
  const words = text.details.record
  const { asked, by, reason, purpose, stateBefore, backupService, fallback } = record
  return [
    { label: words.asked, value: words.askedFor(text.checkpointTypes[asked], by) },
    { label: words.why, value: reason === '' ? words.purposes[purpose] : reason },
    { label: words.stateThen, value: stateBefore },
    { label: words.serviceThen, value: words.services[backupService] },
    { label: words.event, value: fallback?.event ?? '' },
  ].filter(({ value }) => value !== '')
}
