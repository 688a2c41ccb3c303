import type { Judge } from '#contract/remembering-judge'
import type { TrayFacts } from '#contract/tray-facts'
import { trayJudge } from '#contract/tray-health'

type Common = Pick<TrayFacts, 'records' | 'settings' | 'now'>

/** Milliseconds; no age is told more finely than that. */
const longestGood = 30_000

/** The same judge for as long as what concerns all machines is the same, so that only those that changed are judged anew. */
export function createLastingJudge(): (facts: Common) => Judge {
  let last: { readonly facts: Common; readonly judge: Judge } | null = null
  return (facts) => {
    if (last === null || !isSame(last.facts, facts)) last = { facts, judge: trayJudge(facts) }
    return last.judge
  }
}

function isSame(one: Common, other: Common): boolean {
  return (
    Math.abs(other.now - one.now) < longestGood &&
    one.settings.thresholds === other.settings.thresholds &&
    one.records.length === other.records.length &&
    one.records.every((record, index) => record === other.records[index])
  )
}
