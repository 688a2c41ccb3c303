import { Operation } from '#contract/model'
import type { App } from '../core/app.ts'

/** The same app for one window, telling besides of every operation that began there. */
export function watchOperations(
  app: Pick<App, 'dispatch' | 'subscribe'>,
  onBegun: (operation: Operation) => void,
): Pick<App, 'dispatch' | 'subscribe'> {
  return {
    subscribe: app.subscribe,
    dispatch: async (name, input) => {
      const reply = await app.dispatch(name, input)
      const begun = Operation.safeParse(reply.ok ? reply.value : null)
      if (begun.success) onBegun(begun.data)
      return reply
    },
  }
}
