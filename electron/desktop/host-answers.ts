import type { HostStatus } from '#contract/model'
import type { App } from '../core/app.ts'
import { ask } from '../core/ask.ts'

/** The host as soon as it has answered or can't be reached: before that nobody knows which machines there are. */
export function hostAnswers(app: Pick<App, 'dispatch' | 'subscribe'>): Promise<HostStatus> {
  return new Promise((resolve) => {
    const look = (status: HostStatus): void => {
      if (status.connection === 'connecting') return
      unsubscribe()
      resolve(status)
    }
    const unsubscribe = app.subscribe((event) => {
      if (event.name === 'host.changed') look(event.payload)
    })
    void ask(app, 'host.status', {}).then((reply) => {
      if (reply.ok) look(reply.value)
    })
  })
}
