import { z } from 'zod'
import { JobId, type VmActivity } from '#contract/model'

/** One of Hyper-V's own jobs on a virtual machine, as Read-Jobs.ps1 prints it. */
export const JobReply = z.object({
  id: JobId,
  type: z.number(),
  percent: z.number().min(0).max(100),
  cancellable: z.boolean(),
})
export type JobReply = z.infer<typeof JobReply>

/** What Hyper-V does with a machine. The status says what, for it outlives the job; the job says how far. */
export function activityOfReply(
  operationalStatus: readonly number[],
  jobs: readonly JobReply[],
): VmActivity | null {
  const known = operationalStatus.flatMap((each) => activities.get(each) ?? [])[0]
  if (known === undefined) {
    return operationalStatus[0] === inService ? { kind: 'busy', percent: null, job: null } : null
  }
  const job = jobs.find(({ type }) => type === known.job)
  return {
    kind: known.kind,
    percent: job?.percent ?? null,
    job: job === undefined ? null : { id: job.id, isCancellable: job.cancellable },
  }
}

const inService = 11

interface KnownActivity {
  readonly kind: VmActivity['kind']
  /** WMI's JobType; none where Hyper-V has no job of ours to show. */
  readonly job?: number
}

/** WMI's numbers. The cmdlets' own enumeration has 23769 for "applying", which WMI never says. */
const activities: ReadonlyMap<number, KnownActivity> = new Map<number, KnownActivity>([
  [32_768, { kind: 'creating-checkpoint', job: 70 }],
  [32_769, { kind: 'applying-checkpoint', job: 71 }],
  [23_769, { kind: 'applying-checkpoint', job: 71 }],
  [32_770, { kind: 'deleting-checkpoint', job: 72 }],
  [32_771, { kind: 'waiting-to-start' }],
  [32_772, { kind: 'merging-disks', job: 50 }],
  [32_773, { kind: 'exporting', job: 62 }],
  [32_774, { kind: 'moving' }],
  [32_776, { kind: 'backing-up', job: 170 }],
  [32_778, { kind: 'moving' }],
  [32_779, { kind: 'moving' }],
  [32_780, { kind: 'moving' }],
])
