import type { Vm } from '#contract/model'
import { call } from './bridge.ts'

/** An answer is taken apart while nothing else can happen, and a list of the largest host has 17 MB. */
const together = 32

/** All virtual machines, a few at a time, so that a click in between is answered at once. */
export async function readVms(): Promise<readonly Vm[]> {
  const ids = await call('vm.ids', {})
  const vms: Vm[] = []
  for (let from = 0; from < ids.length; from += together) {
    vms.push(...(await call('vm.list', { vmIds: ids.slice(from, from + together) })))
  }
  return vms
}
