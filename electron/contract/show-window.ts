import type { VmId } from './model.ts'
import type { TrayAction } from './tray-entry.ts'

/** No zod in here: the window runs this file. */

/** Shows the large window, with the machine that it is about where one is known. */
export function showWindow(vmId: VmId | null = null): TrayAction {
  return { do: 'show', request: { what: 'window', vmId } }
}
