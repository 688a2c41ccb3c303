import type { VmId } from '#contract/model'
import { VmId as VmIdSchema } from '#contract/model'
import type { Clock } from '../../core/ports.ts'
import type { Simulation } from './simulation.ts'

/** Milliseconds for which changes of one machine are gathered into one hint. */
const gathering = 100

/** At most one hint for each machine in that time; null where one came or went. */
export function watchSimulation(
  simulation: Simulation,
  clock: Clock,
  onHint: (vmId: VmId | null) => void,
): () => void {
  const waiting = new Map<string | null, () => void>()
  const stopListening = simulation.onChange((vmId) => {
    if (waiting.has(vmId)) return
    const hint = vmId === null ? null : VmIdSchema.parse(vmId)
    const cancel = clock.after(gathering, () => {
      waiting.delete(vmId)
      onHint(hint)
    })
    waiting.set(vmId, cancel)
  })
  return () => {
    stopListening()
    for (const cancel of waiting.values()) cancel()
    waiting.clear()
  }
}
