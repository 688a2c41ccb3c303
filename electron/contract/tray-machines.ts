import { age } from './age.ts'
import type { Refusal } from './eligibility.ts'
import type { HostStatus, Vm } from './model.ts'
import { newestCheckpoint } from './newest-checkpoint.ts'
import type { TrayFacts } from './tray-facts.ts'
import { trayText } from './tray-text.ts'
import { type Verdict, verdictOf } from './verdict.ts'

/** No zod in here: the window runs this file. */

/** One machine as the tray shows it. */
export interface TrayMachine {
  readonly vm: Vm
  readonly isFavourite: boolean
  readonly verdict: Verdict
  /** Age of the newest checkpoint in words ("3 days ago"); null where there is none. */
  readonly newest: string | null
  /** Why no checkpoint can be taken now; null where one can. */
  readonly refusal: Refusal | null
}

/** Pure: favourites first, in the order that was set, then the others by name. */
export function trayMachines(facts: TrayFacts): readonly TrayMachine[] {
  const place = new Map(facts.settings.favourites.map((vmId, index) => [vmId, index]))
  const unreachable = hostRefusal(facts.status)
  const placeOf = ({ id }: Vm): number => place.get(id) ?? place.size
  return [...facts.vms]
    .sort((one, other) => placeOf(one) - placeOf(other) || names.compare(one.name, other.name))
    .map((vm) => {
      const verdict = verdictOf(vm, facts.readiness.get(vm.id) ?? null)
      const newest = newestCheckpoint(vm)
      return {
        vm,
        isFavourite: place.has(vm.id),
        verdict,
        newest: newest === null ? null : age(newest, facts.now),
        refusal: unreachable ?? (verdict.kind === 'refused' ? verdict.refusal : null),
      }
    })
}

/** What a host that can't be asked refuses; null where it can. */
export function hostRefusal(status: HostStatus | null): Refusal | null {
  if (status === null || status.connection === 'connecting')
    return { code: 'host-lost', message: trayText.stillConnecting }
  if (status.connection === 'live') return null
  return status.problem ?? { code: 'host-lost', message: trayText.lost(status.name) }
}

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
