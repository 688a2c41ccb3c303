import type { VmId } from '#contract/model'

/** By which the box that has the focus says which line is marked. */
export const listId = 'machines'

export function lineId(vmId: VmId): string {
  return `machine-${vmId}`
}
