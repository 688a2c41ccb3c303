import type { Bridge } from '#contract/bridge'
import { AppError, assertNever } from '#contract/errors'
import type { AppEvent, EventName, Payload } from '#contract/events'
import type { Call, Output } from '#contract/operations'
import { httpBridge } from './http-bridge.ts'
import { createPatience } from './patience.ts'
import { useHosts } from './stores/hosts.ts'
import { text } from './text.ts'

/** Asks the rest of the app. Rejects with `AppError` alone. */
export const call: Call = async (name, input) => {
  const reply = await patience.during(bridge().call(name, input)).catch((error: unknown) => {
    throw new AppError('host-lost', text.link.noAnswer, String(error))
  })
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.message, reply.error.detail)
  // The dispatcher on the other side answers by the same contract; parsing again would bring zod into the window.
  return reply.value as Output<typeof name>
}

export interface Listeners {
  readonly events: { readonly [K in EventName]: (payload: Payload<K>) => void }
  readonly linked: () => void
  readonly lost: () => void
}

/** Events from the rest of the app, until the function returned is called. */
export function on(listeners: Listeners): () => void {
  return bridge().listen(
    (event) => {
      deliver(listeners.events, event)
    },
    listeners.linked,
    listeners.lost,
  )
}

/** Whether this is the app's own window, where every key is ours, and not a browser's. */
export function isDesktop(): boolean {
  return window.bridge !== undefined
}

const patience = createPatience(
  () => bridge().call('host.status', {}),
  (isWaiting) => {
    useHosts().isWaiting = isWaiting
  },
)

let overHttp: Bridge | null = null

function bridge(): Bridge {
  return window.bridge ?? (overHttp ??= httpBridge())
}

function deliver(events: Listeners['events'], event: AppEvent): void {
  switch (event.name) {
    case 'host.changed':
      events['host.changed'](event.payload)
      break
    case 'vm.changed':
      events['vm.changed'](event.payload)
      break
    case 'vm.removed':
      events['vm.removed'](event.payload)
      break
    case 'vm.load':
      events['vm.load'](event.payload)
      break
    case 'operation.changed':
      events['operation.changed'](event.payload)
      break
    case 'record.changed':
      events['record.changed'](event.payload)
      break
    case 'settings.changed':
      events['settings.changed'](event.payload)
      break
    case 'desktop.changed':
      events['desktop.changed'](event.payload)
      break
    case 'window.asked':
      events['window.asked'](event.payload)
      break
    default:
      assertNever(event)
  }
}
