import type { CheckpointType, Vm } from '#contract/model'
import type { Readiness } from '#contract/readiness'
import { verdictOf, type Verdict } from '#contract/verdict'
import type { Reading } from '../stores/readings.ts'

/**
 * What a checkpoint taken now would be. Null while what decides it is read for the first time, unless nothing of that
 * could change it; where it can’t be read, what policy and state alone say.
 */
export function knownVerdict(
  vm: Vm,
  { value, problem }: Reading<Readiness>,
  type?: CheckpointType,
): Verdict | null {
  const verdict = verdictOf(vm, value ?? null, type)
  return value !== undefined || problem !== null || verdict.kind === 'refused' ? verdict : null
}
