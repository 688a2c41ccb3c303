import type { Clock } from '../../core/ports.ts'
import type { Session } from './session.ts'
import type { Verb } from './verbs.ts'

/** A few sessions for what takes long, so that an export does not keep another virtual machine waiting. */
export type SessionPool = Pick<Session, 'run' | 'startAnew' | 'close'>

/** A PowerShell that nobody has asked anything for so long is ended: each takes a hundred megabytes. */
const longestRest = 2 * 60_000

/**
 * `create` is called when all sessions are at work and there are fewer than `size`. What cancels never waits, for it
 * would wait behind the very thing that it is to end.
 */
export function createSessionPool(create: () => Session, size: number, clock: Clock): SessionPool {
  const all = new Set<Session>()
  const resting = new Map<Session, () => void>()
  const waiting: ((session: Session) => void)[] = []

  const take = (verb: Verb): Promise<Session> => {
    const [rested] = resting
    if (rested !== undefined) {
      const [session, stayAwake] = rested
      resting.delete(session)
      stayAwake()
      return Promise.resolve(session)
    }
    if (all.size >= size && verb !== 'cancel') return new Promise((resolve) => waiting.push(resolve))
    const session = create()
    all.add(session)
    return Promise.resolve(session)
  }
  const end = (session: Session): void => {
    resting.delete(session)
    all.delete(session)
    void session.close()
  }
  const giveBack = (session: Session): void => {
    const next = waiting.shift()
    if (next !== undefined) next(session)
    else
      resting.set(
        session,
        clock.after(longestRest, () => {
          end(session)
        }),
      )
  }
  return {
    run: async (verb, parameters, onProgress) => {
      const session = await take(verb)
      try {
        return await session.run(verb, parameters, onProgress)
      } finally {
        giveBack(session)
      }
    },
    startAnew: () => {
      for (const session of all) session.startAnew()
    },
    close: async () => {
      for (const stayAwake of resting.values()) stayAwake()
      await Promise.all([...all].map((session) => session.close()))
    },
  }
}
