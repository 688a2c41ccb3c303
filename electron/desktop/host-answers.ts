import type { HostStatus } from '#contract/model'
import type { App } from '../core/app.ts'

/** The host as soon as it has answered or can't be reached: before that nobody knows which machines there are. */
export function hostAnswers({
  dispatch,
  subscribe,
}: Pick<App, 'dispatch' | 'subscribe'>): Promise<HostStatus> {
  return new Promise((resolve) => {
    const look = (status: HostStatus): void => {
      if (status.connection === 'connecting') return
      unsubscribe()
      resolve(status)
    }
    const unsubscribe = subscribe((event) => {
      if (event.name === 'host.changed') look(event.payload)
    })
    void dispatch('host.status', {}).then((reply) => {
      // The dispatcher answers by the contract of this very name.
      if (reply.ok) look(reply.value as HostStatus)
    })
  })
}
