import { AppError } from '#contract/errors'
import type { Clock } from '../../core/ports.ts'
import type { ConnectionLost } from './connection-lost.ts'
import { passed } from './passed.ts'

/** Decides when a PowerShell that was lost is followed by another one, and when no more. */
export interface Restarts {
  readonly noteLoss: (loss: ConnectionLost) => void
  /** It answered, so what comes next is a new trouble. */
  readonly noteAnswer: () => void
  /** Settles when the next process may be started. Rejects with `host-lost` for minutes after too many were lost. */
  readonly turn: (signal: AbortSignal) => Promise<void>
  /** Somebody asked for it by hand: what was lost before counts no more. */
  readonly startAnew: () => void
}

const shortestPause = 250
const longestPause = 8_000
/** So many losses within so many milliseconds are no accident. */
const mostLosses = 3
const window = 5 * 60_000

/** `random` is from 0 to 1: what several sessions lost at the same moment must not come back at the same moment. */
export function createRestarts(clock: Clock, random: () => number): Restarts {
  let losses: readonly { readonly at: number; readonly loss: ConnectionLost }[] = []
  let inARow = 0
  return {
    noteLoss: (loss) => {
      const at = clock.monotonic()
      losses = [...losses, { at, loss }]
      inARow += 1
    },
    noteAnswer: () => {
      inARow = 0
    },
    turn: async (signal) => {
      losses = losses.filter((each) => clock.monotonic() - each.at < window)
      if (losses.length >= mostLosses) throw stopped(losses.at(-1)?.loss)
      if (inARow === 0) return
      const pause = Math.min(shortestPause * 2 ** (inARow - 1), longestPause)
      await passed(clock, pause * (0.75 + random() / 2), signal)
    },
    startAnew: () => {
      losses = []
      inARow = 0
    },
  }
}

function stopped(loss: ConnectionLost | undefined): AppError {
  return new AppError(
    'host-lost',
    'PowerShell stopped three times within five minutes. Savepoint waits some minutes before it starts it again; Refresh (F5) starts it at once.',
    loss?.detail,
  )
}
