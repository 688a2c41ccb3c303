import type { Clock } from '../../core/ports.ts'
import type { Machines } from './machines.ts'
import type { Pacing } from './pacing.ts'
import type { Random } from './random.ts'
import { refusalOf } from './refusals.ts'
import type { Culture } from './refusals.ts'
import type { OnJob, SimulatedJob } from './simulation.ts'

/** WMI's numbers of a job's kind. */
export const jobType = { merge: 50, export: 62, create: 70, apply: 71, delete: 72, backup: 170 } as const
export type JobType = (typeof jobType)[keyof typeof jobType]

export interface Work {
  readonly vmId: string
  readonly type: JobType
  readonly milliseconds: number
  readonly onJob?: OnJob | undefined
  /** What the job brings about; it shows at the moment at which the job is completed. */
  readonly finish: () => void
}

export interface Jobs {
  readonly all: () => readonly SimulatedJob[]
  readonly run: (work: Work) => Promise<void>
  /** The job ends at its next step, and what it would have brought about does not come. False where it can't be ended. */
  readonly cancel: (jobId: string) => boolean
}

export function createJobs(
  clock: Clock,
  pacing: Pacing,
  machines: Machines,
  random: Random,
  culture: Culture,
): Jobs {
  const jobs = new Map<RunningJob, { endedAt: number | null }>()
  const cancelling = new Set<RunningJob>()

  const count = async (job: RunningJob, work: Work): Promise<void> => {
    const steps = Math.max(1, Math.round(work.milliseconds / stepMilliseconds))
    for (let step = 1; step <= steps; step += 1) {
      await pacing.wait(work.milliseconds / steps)
      if (cancelling.has(job)) throw refusalOf('cancelled', culture, null)
      // The last percent is kept for the end itself, so that 100 means done.
      job.percent = Math.min(99, Math.floor((100 * step) / steps))
      machines.touch(job.vmId)
    }
  }
  const end = (job: RunningJob, state: 'Completed' | 'Exception' | 'Terminated'): void => {
    job.state = state
    if (state === 'Completed') job.percent = 100
    jobs.set(job, { endedAt: clock.now() })
    machines.touch(job.vmId)
  }
  const run = async (work: Work): Promise<void> => {
    const job = jobOf(work, random.guid(), clock.now())
    forgetOld(jobs, clock.now())
    jobs.set(job, { endedAt: null })
    work.onJob?.(job)
    machines.touch(work.vmId)
    try {
      await count(job, work)
      work.finish()
      end(job, 'Completed')
    } catch (error) {
      end(job, cancelling.delete(job) ? 'Terminated' : 'Exception')
      throw error
    }
  }
  const all = (): readonly SimulatedJob[] => {
    forgetOld(jobs, clock.now())
    return [...jobs.keys()]
  }
  const cancel = (jobId: string): boolean => {
    const job = [...jobs.keys()].find((each) => each.id === jobId)
    if (job?.state !== 'Running' || !job.isCancellable) return false
    cancelling.add(job)
    return true
  }
  return { all, run, cancel }
}

type RunningJob = { -readonly [K in keyof SimulatedJob]: SimulatedJob[K] }

const stepMilliseconds = 250
/** As long as Hyper-V keeps a job that has ended. */
const keptMilliseconds = 5 * 60_000

function jobOf(work: Work, id: string, startedAt: number): RunningJob {
  const { vmId, type } = work
  return { id, vmId, type, state: 'Running', percent: 0, startedAt, isCancellable: type === jobType.export }
}

function forgetOld(jobs: Map<RunningJob, { readonly endedAt: number | null }>, now: number): void {
  for (const [job, { endedAt }] of jobs) {
    if (endedAt !== null && now - endedAt > keptMilliseconds) jobs.delete(job)
  }
}
