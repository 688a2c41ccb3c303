import { type Failure, type Reply, assertNever } from '#contract/errors'
import type { Input, OperationName } from '#contract/operations'
import type { TrayAction } from '#contract/tray-entry'
import type { App } from '../core/app.ts'

interface Parts {
  readonly app: Pick<App, 'dispatch'>
  readonly quit: () => void
  readonly onRefused: (action: TrayAction, failure: Failure) => void
}

/** Does what a click in the tray or on a notification is for, through the same door as every window. */
export function createTrayActions({ app, quit, onRefused }: Parts): (action: TrayAction) => void {
  const ask = <K extends OperationName>(name: K, input: Input<K>): Promise<Reply<unknown>> =>
    app.dispatch(name, input)
  const tellRefusal = async (action: TrayAction, asked: Promise<Reply<unknown>>): Promise<void> => {
    const reply = await asked
    if (!reply.ok) onRefused(action, reply.error)
  }
  return (action) => {
    switch (action.do) {
      case 'checkpoint': {
        const { vmId, reason } = action
        return void tellRefusal(action, ask('checkpoint.quick', { vmId, reason: reason ?? undefined }))
      }
      case 'delete': {
        const { vmId, checkpointId } = action
        return void tellRefusal(action, ask('checkpoint.delete', { vmId, checkpointId }))
      }
      case 'undo':
        return void tellRefusal(action, ask('operation.undo', { operationId: action.operationId }))
      case 'show':
        return void tellRefusal(action, ask('window.show', action.request))
      case 'quit':
        quit()
        return
      default:
        return assertNever(action)
    }
  }
}
