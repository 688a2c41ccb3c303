import { AppError } from '#contract/errors'
import type { HyperVHost } from '../../electron/core/ports.ts'

type Change = keyof Pick<
  HyperVHost,
  | 'createCheckpoint'
  | 'applyCheckpoint'
  | 'revert'
  | 'renameCheckpoint'
  | 'exportCheckpoint'
  | 'deleteCheckpoint'
  | 'deleteCheckpointSubtree'
  | 'changeCheckpointPolicy'
  | 'enableBackupService'
  | 'changePower'
>

const changes: readonly Change[] = [
  'createCheckpoint',
  'applyCheckpoint',
  'revert',
  'renameCheckpoint',
  'exportCheckpoint',
  'deleteCheckpoint',
  'deleteCheckpointSubtree',
  'changeCheckpointPolicy',
  'enableBackupService',
  'changePower',
]

/**
 * When the answer is lost: before the host was reached, while it works, or when it is done. In silence nobody learns
 * that it is lost: the host was not reached, or does what it was asked for. Not at all: `null`.
 */
export type Loss = 'before' | 'during' | 'after' | 'silence-before' | 'silence-after' | null

export interface LossyHost {
  readonly wrap: (host: HyperVHost) => HyperVHost
  /** Every change that was asked for, in order. */
  readonly asked: readonly Change[]
  readonly lose: (loss: Loss) => void
  /** The same for one kind of change alone. */
  readonly loseFrom: (change: Change, loss: Loss) => void
}

/** A host whose answers get lost, as those of a PowerShell that is ended in the middle. */
export function createLossyHost(): LossyHost {
  const asked: Change[] = []
  let losses: (change: Change) => Loss = () => null
  const lost = (): AppError =>
    new AppError('outcome-unknown', 'PowerShell stopped before it said how this ended.')

  function lossy(host: HyperVHost, change: Change): HyperVHost[Change] {
    const run = host[change] as (...parameters: unknown[]) => Promise<unknown>
    return async (...parameters: unknown[]): Promise<never> => {
      asked.push(change)
      const loss = losses(change)
      if (loss === 'before') throw lost()
      if (loss === 'silence-before') return never()
      const answer = run(...parameters)
      if (loss === 'during') {
        answer.catch(() => undefined)
        throw lost()
      }
      if (loss === 'silence-after') return never()
      const value = await answer
      if (loss === 'after') throw lost()
      return value as never
    }
  }

  return {
    asked,
    lose: (loss) => {
      losses = () => loss
    },
    loseFrom: (wanted, loss) => {
      losses = (change) => (change === wanted ? loss : null)
    },
    wrap: (host) => ({
      ...host,
      ...Object.fromEntries(changes.map((change) => [change, lossy(host, change)])),
    }),
  }
}

function never(): Promise<never> {
  return new Promise<never>(() => undefined)
}
