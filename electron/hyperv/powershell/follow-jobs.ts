import type { Clock, OnProgress } from '../../core/ports.ts'
import { jobsOfReply } from './replies.ts'
import type { Session } from './session.ts'
import type { Verb } from './verbs.ts'

const milliseconds = 500

/** WMI's JobType of what a verb makes Hyper-V do. */
const jobTypes: Partial<Readonly<Record<Verb, number>>> = {
  'create-checkpoint': 70,
  apply: 71,
  revert: 71,
  export: 62,
  remove: 72,
  'remove-subtree': 72,
}

/**
 * A cmdlet says nothing until it is over, and its session can't be asked meanwhile. So the session that reads looks at
 * Hyper-V's jobs now and then, and tells how far the one is that this verb started.
 */
export function followingJobs(run: Session['run'], reader: () => Session, clock: Clock): Session['run'] {
  return async (verb, parameters, onProgress) => {
    const type = jobTypes[verb]
    if (type === undefined || onProgress === undefined) return run(verb, parameters)
    const stop = follow(reader, clock, parameters.vmId, type, onProgress)
    try {
      return await run(verb, parameters)
    } finally {
      stop()
    }
  }
}

function follow(
  reader: () => Session,
  clock: Clock,
  vmId: string | boolean | number | undefined,
  type: number,
  onProgress: OnProgress,
): () => void {
  let last = -1
  let isOver = false
  const look = async (): Promise<void> => {
    const percent = await percentOf(reader, vmId, type)
    if (isOver) return
    if (percent !== null && percent > last) onProgress((last = percent))
    wait()
  }
  let cancel: () => void = () => undefined
  const wait = (): void => {
    cancel = clock.after(milliseconds, () => void look())
  }
  wait()
  return () => {
    isOver = true
    cancel()
  }
}

/** How far it is matters to nobody as much as that it goes on, so a look that fails is left at that. */
async function percentOf(
  reader: () => Session,
  vmId: string | boolean | number | undefined,
  type: number,
): Promise<number | null> {
  try {
    const { value } = await reader().run('read-jobs', { vmId })
    return jobsOfReply(value).find((job) => job.type === type)?.percent ?? null
  } catch {
    return null
  }
}
