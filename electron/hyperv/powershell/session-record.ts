import type { Clock } from '../../core/ports.ts'
import type { Connection } from './connection.ts'
import type { ConnectionLost, LossReason } from './connection-lost.ts'

/** What became of the processes of one session, for people who ask why something does not work. */
export interface SessionFacts {
  readonly state: Connection['state'] | 'not-started'
  /** Processes that were started, the one that runs included. */
  readonly starts: number
  readonly losses: number
  /** `at` is in milliseconds since 1970. */
  readonly lastLoss: { readonly reason: LossReason; readonly detail: string; readonly at: number } | null
  /** Lines that were no answer, and answers that nobody waited for. */
  readonly noise: number
  readonly strayAnswers: number
}

interface SessionRecord {
  readonly noteStart: (connection: Connection) => void
  readonly noteLoss: (loss: ConnectionLost) => void
  readonly facts: () => SessionFacts
}

export function createSessionRecord(clock: Clock): SessionRecord {
  let latest: Connection | null = null
  let ended = { starts: 0, losses: 0, noise: 0, strayAnswers: 0 }
  let lastLoss: SessionFacts['lastLoss'] = null
  const counts = (): typeof ended => ({
    ...ended,
    noise: ended.noise + (latest?.stray.noise ?? 0),
    strayAnswers: ended.strayAnswers + (latest?.stray.answers ?? 0),
  })
  return {
    noteStart: (connection) => {
      ended = { ...counts(), starts: ended.starts + 1 }
      latest = connection
    },
    noteLoss: ({ reason, detail }) => {
      ended = { ...ended, losses: ended.losses + 1 }
      lastLoss = { reason, detail, at: clock.now() }
    },
    facts: () => ({ state: latest?.state ?? 'not-started', lastLoss, ...counts() }),
  }
}
