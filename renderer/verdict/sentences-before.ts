import { checkpointCautions } from '#contract/checkpoint-cautions'
import type { Vm } from '#contract/model'
import type { Readiness } from '#contract/readiness'
import type { Reading } from '../stores/readings.ts'

/** What is good to know before a checkpoint of the machine is taken, as far as it is known. */
export function sentencesBefore(vm: Vm, { value }: Reading<Readiness>): readonly string[] {
  return checkpointCautions(vm, value ?? null).map(({ sentence }) => sentence)
}
