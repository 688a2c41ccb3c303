import type { Verdict, VerdictRemedy } from '#contract/verdict'

/** What the app itself can do against a refusal, or so that what was asked for is got. */
export function remediesOf(verdict: Verdict): readonly VerdictRemedy[] {
  if (verdict.kind === 'refused') return verdict.remedies
  const isServiceOff = verdict.kind === 'standard' && verdict.why === 'service-disabled'
  return isServiceOff ? ['enable-backup-service'] : []
}
