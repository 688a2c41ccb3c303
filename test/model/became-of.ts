import type { Operation } from '#contract/model'
import * as hyperV from './hyper-v-model.ts'
import type { ModelVm } from './hyper-v-model.ts'
import type { Found } from './meaning-of.ts'
import type { Rule } from './rule-of.ts'
import { textOfModel } from './truth.ts'

/** How an operation ended, as the app says. */
export type End = Pick<Operation, 'state' | 'remark'>

/**
 * The machine after a request whose answer got lost: as before, as it was asked for, or half way, whichever the host shows. Throws
 * where it is none of them, and where a success is claimed that was none, or a failure of what was done.
 */
export function becameOf(
  rule: Rule,
  before: ModelVm,
  found: Found,
  now: string,
  end: End | undefined,
): ModelVm {
  const whole = rule.answer(before, found)
  const possible = [before, whole, rule.halfWay?.(before, found) ?? before]
  const came = possible.find((each) => !hyperV.isRefusal(each) && textOfModel(each) === now)
  if (came === undefined || hyperV.isRefusal(came)) throw new Error(`${rule.name} got lost and left\n${now}`)
  const isWhole = !hyperV.isRefusal(whole) && textOfModel(whole) === now
  const isSaid = end?.remark?.includes('its note could not be kept') === true
  if (end?.state === 'done' && !isWhole && !isSaid)
    throw new Error(`${rule.name} was not done, and is said to be.`)
  if (end?.state === 'failed' && isWhole && textOfModel(before) !== now)
    throw new Error(`${rule.name} was done, and is said to have failed.`)
  return came
}
