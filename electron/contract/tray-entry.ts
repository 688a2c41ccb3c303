import type { WindowRequest } from './desktop.ts'
import type { CheckpointId, OperationId, VmId } from './model.ts'

/** What a click in the tray, or on what it tells, does. */
export type TrayAction =
  | { readonly do: 'checkpoint'; readonly vmId: VmId; readonly reason: string | null }
  | { readonly do: 'undo'; readonly operationId: OperationId }
  /** Takes back a checkpoint that was just taken. It goes as every delete does, and can itself be undone until it is sent. */
  | { readonly do: 'delete'; readonly vmId: VmId; readonly checkpointId: CheckpointId }
  | { readonly do: 'show'; readonly request: WindowRequest }
  | { readonly do: 'quit' }

export type TrayEntry =
  | { readonly kind: 'separator' }
  /** Says something and does nothing. */
  | { readonly kind: 'words'; readonly label: string }
  | {
      readonly kind: 'action'
      /** The same for the same thing, whenever the menu is made. */
      readonly id: string
      readonly label: string
      /** Why it can't be done now; null where it can. */
      readonly refusal: string | null
      readonly action: TrayAction
    }
  | {
      readonly kind: 'menu'
      readonly id: string
      readonly label: string
      readonly entries: readonly TrayEntry[]
    }
