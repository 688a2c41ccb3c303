import { type Failure, type Reply, assertNever } from '#contract/errors'
import type { Operation } from '#contract/model'
import { seenOfTaken } from '#contract/seen-of'
import type { TrayAction } from '#contract/tray-entry'
import type { App } from '../core/app.ts'
import { ask } from '../core/ask.ts'

interface Parts {
  readonly app: Pick<App, 'dispatch'>
  readonly quit: () => void
  readonly onRefused: (action: TrayAction, failure: Failure) => void
}

/** Does what a click in the tray or on a notification is for, through the same door as every window. */
export function createTrayActions({ app, quit, onRefused }: Parts): (action: TrayAction) => void {
  const tellRefusal = async (action: TrayAction, asked: Promise<Reply<unknown>>): Promise<void> => {
    const reply = await asked
    if (!reply.ok) onRefused(action, reply.error)
  }
  return (action) => {
    switch (action.do) {
      case 'checkpoint': {
        const { vmId, reason } = action
        return void tellRefusal(action, ask(app, 'checkpoint.quick', { vmId, reason: reason ?? undefined }))
      }
      case 'delete':
        return void tellRefusal(action, deleteTaken(app, action))
      case 'undo':
        return void tellRefusal(action, ask(app, 'operation.undo', { operationId: action.operationId }))
      case 'show':
        return void tellRefusal(action, ask(app, 'window.show', action.request))
      case 'quit':
        quit()
        return
      default:
        return assertNever(action)
    }
  }
}

/** What offers it lives no longer than this start, so that the mark is the one that it was shown under. */
async function deleteTaken(
  app: Parts['app'],
  { vmId, checkpointId }: Extract<TrayAction, { readonly do: 'delete' }>,
): Promise<Reply<Operation>> {
  const session = await ask(app, 'app.session', {})
  if (!session.ok) return session
  const seen = { ...session.value, ...seenOfTaken(checkpointId) }
  return ask(app, 'checkpoint.delete', { vmId, checkpointId, seen })
}
