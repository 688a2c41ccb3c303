import type { Operation } from './model.ts'
import type { TrayFacts } from './tray-facts.ts'
import { trayHealth } from './tray-health.ts'
import { isWork, workWords } from './tray-operations.ts'
import { trayName } from './tray-name.ts'
import { hostWords, trayText } from './tray-text.ts'

/** No zod in here: the window runs this file. */

export interface TrayState {
  readonly icon: 'normal' | 'working' | 'attention'
  /** 0 to 100 while working; null where nobody says. */
  readonly percent: number | null
  /** One line or two, as short as Windows shows them. */
  readonly tooltip: string
}

/** Pure: a host that is lost comes first, for then nothing else is certain. */
export function trayStateOf(facts: TrayFacts): TrayState {
  const { status, operations } = facts
  const host = hostWords(status)
  if (host !== null)
    return {
      icon: status?.connection === 'lost' ? 'attention' : 'normal',
      percent: null,
      tooltip: said(host),
    }
  const work = operations.filter(isWork)
  if (work.length > 0) return { icon: 'working', percent: percentOf(work), tooltip: said(wordsOf(work)) }
  const found = [...trayHealth(facts).values()]
  // What ends by itself calls for nobody.
  const callsForSomebody = found.some((findings) => findings.some(({ remedy }) => remedy !== 'wait'))
  return callsForSomebody
    ? { icon: 'attention', percent: null, tooltip: said(trayText.health(found.length)) }
    : { icon: 'normal', percent: null, tooltip: said(trayName(status?.name ?? '')) }
}

/** How far all of it is, as far as that is known. */
function percentOf(work: readonly Operation[]): number | null {
  const known = work.flatMap(({ percent }) => percent ?? [])
  if (known.length === 0) return null
  return Math.round(known.reduce((sum, each) => sum + each, 0) / known.length)
}

function wordsOf(work: readonly Operation[]): string {
  const [first] = work
  return work.length === 1 && first !== undefined ? workWords(first) : trayText.operations(work.length)
}

/** Windows keeps 127 characters of it, which names that are shortened leave room in. */
function said(words: string): string {
  return [trayText.product, words].filter(Boolean).join('\n')
}
