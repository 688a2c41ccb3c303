import { refuse } from './world.ts'
import type { World } from './world.ts'

/** As WMI's RequestStateChange: it answers at once, and the job ends a moment later. */
export function cancelJob(world: World, jobId: string): Promise<void> {
  return world.jobs.cancel(jobId) ? Promise.resolve() : Promise.reject(refuse(world, 'notCancellable', jobId))
}
