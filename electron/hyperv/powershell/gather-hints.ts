import type { VmId } from '#contract/model'
import type { Clock } from '../../core/ports.ts'

export interface HintGatherer {
  /** Null where it is not said what changed. */
  readonly add: (vmId: VmId | null) => void
  readonly stop: () => void
}

/** Milliseconds. One operation of Hyper-V's changes a machine several times within a moment. */
const gathering = 300

/** So many machines are read faster all together than one by one. */
const mostAtOnce = 8

/** Tells of a machine once for all that happens to it within a moment. */
export function gatherHints(clock: Clock, onHint: (vmId: VmId | null) => void): HintGatherer {
  const waiting = new Set<VmId | null>()
  let cancel: (() => void) | null = null
  const tell = (): void => {
    cancel = null
    const hints = waiting.has(null) || waiting.size > mostAtOnce ? [null] : [...waiting]
    waiting.clear()
    for (const hint of hints) onHint(hint)
  }
  return {
    add: (vmId) => {
      waiting.add(vmId)
      // Not put off by what comes after it, or a machine that never rests would never be told of.
      cancel ??= clock.after(gathering, tell)
    },
    stop: () => {
      cancel?.()
      waiting.clear()
    },
  }
}
