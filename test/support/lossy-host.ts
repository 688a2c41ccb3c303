import { AppError } from '#contract/errors'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { type AskedChange, type ChangeCall, withChanges } from './change-calls.ts'

/**
 * When the answer is lost: before the host was reached, while it works, or when it is done. In silence nobody learns
 * that it is lost: the host was not reached, or does what it was asked for. Not at all: `null`.
 */
export type Loss = 'before' | 'during' | 'after' | 'silence-before' | 'silence-after' | null

export interface LossyHost {
  readonly wrap: (host: HyperVHost) => HyperVHost
  /** Every change that was asked for, in order. */
  readonly asked: readonly ChangeCall[]
  readonly lose: (loss: Loss) => void
  /** The same for one kind of change alone. */
  readonly loseFrom: (change: ChangeCall, loss: Loss) => void
}

/** What is said in an answer's place. */
const silenced = (): AppError =>
  new AppError('outcome-unknown', 'PowerShell stopped before it said how this ended.')

/** A host whose answers get lost, as those of a PowerShell that is ended in the middle. */
export function createLossyHost(lost = silenced): LossyHost {
  const asked: ChangeCall[] = []
  let losses: (change: ChangeCall) => Loss = () => null

  async function lossy({ change, run }: AskedChange): Promise<unknown> {
    asked.push(change)
    const loss = losses(change)
    if (loss === 'before') throw lost()
    if (loss === 'silence-before') return never()
    const answer = run()
    if (loss === 'during') {
      answer.catch(() => undefined)
      throw lost()
    }
    if (loss === 'silence-after') return never()
    const value = await answer
    if (loss === 'after') throw lost()
    return value
  }

  return {
    asked,
    lose: (loss) => {
      losses = () => loss
    },
    loseFrom: (wanted, loss) => {
      losses = (change) => (change === wanted ? loss : null)
    },
    wrap: (host) => withChanges(host, lossy),
  }
}

function never(): Promise<never> {
  return new Promise<never>(() => undefined)
}
