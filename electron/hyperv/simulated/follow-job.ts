import type { OnProgress } from '../../core/ports.ts'
import type { OnJob, SimulatedJob, Simulation } from './simulation.ts'

/** Runs what makes a job and tells how far that job is, each percent once. */
export async function followJob<T>(
  simulation: Simulation,
  onProgress: OnProgress,
  run: (onJob: OnJob) => Promise<T>,
): Promise<T> {
  const followed = { job: null as SimulatedJob | null, percent: -1 }
  const report = (): void => {
    const { job, percent } = followed
    if (job === null || job.percent <= percent) return
    followed.percent = job.percent
    onProgress(job.percent)
  }
  const stop = simulation.onChange(report)
  try {
    return await run((job) => {
      followed.job = job
      report()
    })
  } finally {
    stop()
  }
}
