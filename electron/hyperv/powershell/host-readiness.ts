import type { HyperVHost } from '../../core/ports.ts'
import { costsOfAnswer, eventOfReply, readinessOfReply, storageOfAnswer } from './replies-of-readiness.ts'
import type { Session } from './session.ts'

type Reads = Pick<HyperVHost, 'readReadiness' | 'readCosts' | 'readStorage' | 'readLastEvent'>

/**
 * What decides what a checkpoint will be, and what checkpoints cost: one script each. What opens every file of a machine,
 * or of all machines, has a session of its own, so that what stands beside a button does not wait for it.
 */
export function hostReadiness(run: Session['run'], runLong: Session['run']): Reads {
  return {
    readReadiness: async (vmId) => readinessOfReply(vmId, (await run('readiness', { vmId })).value),
    readCosts: async (vmId) => costsOfAnswer(vmId, await runLong('costs', { vmId })),
    readStorage: async () => storageOfAnswer(await runLong('storage', {})),
    readLastEvent: async (vmId, since) => eventOfReply((await run('last-event', { vmId, since })).value),
  }
}
