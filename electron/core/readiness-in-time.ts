import type { VmId } from '#contract/model'
import type { Readiness } from '#contract/readiness'
import type { Inventory } from './inventory.ts'
import type { Clock } from './ports.ts'

/** Null where it can't be read, or not soon: the host has the last word anyway, and nobody waits for a guess at it. */
export type ReadReadiness = (vmId: VmId) => Promise<Readiness | null>

const patience = 5_000

export function createReadinessReader(
  inventory: Pick<Inventory, 'host'>,
  clock: Pick<Clock, 'after'>,
): ReadReadiness {
  const read = async (vmId: VmId): Promise<Readiness> => inventory.host().readReadiness(vmId)

  return (vmId) =>
    new Promise((resolve) => {
      const stop = clock.after(patience, () => {
        resolve(null)
      })
      const end = (readiness: Readiness | null): void => {
        stop()
        resolve(readiness)
      }
      read(vmId).then(end, () => {
        end(null)
      })
    })
}
