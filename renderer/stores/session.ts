import { defineStore } from 'pinia'
import type { SessionNonce } from '#contract/seen'
import { call } from '../bridge.ts'

/** The mark of the start of the app that this window is linked to. */
export const useSession = defineStore('session', () => {
  let asked: Promise<SessionNonce> | null = null

  /** Asked once for each link. Rejects with `AppError` where nobody answers; the next one asks again. */
  function current(): Promise<SessionNonce> {
    asked ??= call('app.session', {}).then(
      ({ session }) => session,
      (error: unknown) => {
        asked = null
        throw error
      },
    )
    return asked
  }

  return {
    current,
    /** At each link, since another start may be at its other end. */
    renew: (): void => {
      asked = null
      current().catch(() => undefined)
    },
  }
})
