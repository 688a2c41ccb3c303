import { z } from 'zod'
import { AppSettingsState } from './app-settings.ts'
import { CheckpointRecord } from './checkpoint-record.ts'
import { DesktopState, WindowRequest } from './desktop.ts'
import { HostStatus, Operation, Vm, VmId, VmLoad } from './model.ts'

/** Each event carries the whole new value of one thing, so a lost or repeated one does no harm. */
export const events = {
  'host.changed': HostStatus,
  'vm.changed': Vm,
  'vm.removed': z.object({ vmId: VmId }),
  'vm.load': z.array(z.object({ vmId: VmId, load: VmLoad })),
  'operation.changed': Operation,
  'record.changed': CheckpointRecord,
  'settings.changed': AppSettingsState,
  'desktop.changed': DesktopState,
  /** Somebody wants this of the large window. */
  'window.asked': WindowRequest,
} as const

export type EventName = keyof typeof events
export type Payload<K extends EventName> = z.infer<(typeof events)[K]>
export type Publish = <K extends EventName>(name: K, payload: Payload<K>) => void

/** One event as it travels. */
export type AppEvent = {
  readonly [K in EventName]: { readonly name: K; readonly payload: Payload<K> }
}[EventName]
