import type { Session } from './session.ts'

/** A few sessions for what takes long, so that an export does not keep another virtual machine waiting. */
export type SessionPool = Pick<Session, 'run' | 'close'>

/** `create` is called when all sessions are at work and there are fewer than `size`. */
export function createSessionPool(create: () => Session, size: number): SessionPool {
  const all: Session[] = []
  const free: Session[] = []
  const waiting: ((session: Session) => void)[] = []

  const take = (): Promise<Session> => {
    const resting = free.pop()
    if (resting !== undefined) return Promise.resolve(resting)
    if (all.length < size) {
      const session = create()
      all.push(session)
      return Promise.resolve(session)
    }
    return new Promise((resolve) => waiting.push(resolve))
  }
  const giveBack = (session: Session): void => {
    const next = waiting.shift()
    if (next === undefined) free.push(session)
    else next(session)
  }
  return {
    run: async (verb, parameters, onProgress) => {
      const session = await take()
      try {
        return await session.run(verb, parameters, onProgress)
      } finally {
        giveBack(session)
      }
    },
    close: async () => {
      await Promise.all(all.map((session) => session.close()))
    },
  }
}
