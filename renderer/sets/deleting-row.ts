import type { VmCosts } from '#contract/machine-costs'
import type { Vm } from '#contract/model'
import { fileSize } from '../format.ts'
import { planOutlook } from '../health/plan-outlook.ts'
import type { RemedyStep } from '../health/remedy-plan.ts'
import type { StepResult } from '../health/use-remedies.ts'
import { text } from '../text.ts'
import type { IconName } from '../ui/icons.ts'

/** What is said of one machine of several whose checkpoints are deleted. */
export interface DeletingRow {
  readonly icon: IconName
  readonly tone: string
  readonly words: string
}

const words = text.set.removeSeveral.machine

/** Beforehand: what of it goes and what that does. Undefined costs are being read, null ones can’t be. */
export function rowBefore(
  vm: Vm,
  all: readonly RemedyStep[],
  chosen: readonly RemedyStep[],
  costs: VmCosts | null | undefined,
): DeletingRow {
  if (chosen.length === 0) {
    const refusal = all.find((step) => step.refusal !== null)?.refusal ?? null
    if (refusal !== null) return { icon: 'warning', tone: 'tone-amber', words: refusal }
    return plain(all.length === 0 ? words.none : words.nothingChosen)
  }
  if (costs === undefined) return plain(words.reading(chosen.length))
  const { frees, tight } = planOutlook(chosen, new Map(costs === null ? [] : [[vm.id, costs]]))
  if (tight.length > 0)
    return { icon: 'warning', tone: 'tone-amber', words: words.tight(chosen.length, tight.join(', ')) }
  if (frees === null) return plain(words.unknown(chosen.length))
  const range = text.health.plan.upTo(fileSize(Math.max(frees.from, 0)), fileSize(Math.max(frees.to, 0)))
  return plain(words.frees(chosen.length, range))
}

/** Afterwards: how it went with those that were sent. */
export function rowAfter(results: readonly StepResult[]): DeletingRow {
  const sent = results.filter(({ state }) => state !== 'left-out')
  const count = (...states: readonly StepResult['state'][]): number =>
    sent.filter(({ state }) => states.includes(state)).length
  const done = count('done')
  const notDone = count('failed', 'unknown')
  if (sent.length === 0) return plain(words.left)
  if (done + notDone + count('undone') < sent.length)
    return { icon: 'clock', tone: 'tone-second', words: words.underWay(done, sent.length) }
  if (notDone > 0) return { icon: 'error', tone: 'tone-red', words: words.failed(done, notDone) }
  return { icon: 'ok', tone: 'tone-green', words: words.deleted(done) }
}

function plain(said: string): DeletingRow {
  return { icon: 'vm', tone: 'tone-second', words: said }
}
