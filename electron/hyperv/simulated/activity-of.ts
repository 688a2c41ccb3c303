import { JobId, type VmActivity } from '#contract/model'
import { activityStatus } from './activities.ts'
import { jobType } from './jobs.ts'
import type { JobType } from './jobs.ts'
import type { Culture } from './refusals.ts'
import type { SimulatedJob, SimulatedVm } from './simulation.ts'

/** What WMI's OperationalStatus and jobs say that Hyper-V is doing with the machine. */
export function activityOf(vm: SimulatedVm, jobs: readonly SimulatedJob[]): VmActivity | null {
  const [first, second] = vm.operationalStatus
  const known = activities.find((each) => each.status === second)
  if (known === undefined) return first === inService ? { kind: 'busy', percent: null, job: null } : null
  const job = jobs.find(
    (each) => each.vmId === vm.id && each.type === known.jobType && each.state === 'Running',
  )
  return {
    kind: known.kind,
    percent: job?.percent ?? null,
    job: job === undefined ? null : { id: JobId.parse(job.id), isCancellable: job.isCancellable },
  }
}

/** As Hyper-V Manager words its Status column, which is empty while all is well. */
export function statusTextOf(vm: SimulatedVm, activity: VmActivity | null, culture: Culture): string {
  if (activity === null) return vm.isCritical ? criticalText[culture] : ''
  const text = activities.find((each) => each.kind === activity.kind)?.text[culture] ?? busyText[culture]
  return activity.percent === null ? text : `${text} (${String(activity.percent)}%)`
}

interface KnownActivity {
  readonly status: number
  readonly kind: VmActivity['kind']
  readonly jobType: JobType
  readonly text: Readonly<Record<Culture, string>>
}

const inService = 11

const activities: readonly KnownActivity[] = [
  {
    status: activityStatus.creating,
    kind: 'creating-checkpoint',
    jobType: jobType.create,
    text: { 'en-US': 'Creating checkpoint', 'de-DE': 'Prüfpunkt wird erstellt' },
  },
  {
    status: activityStatus.applying,
    kind: 'applying-checkpoint',
    jobType: jobType.apply,
    text: { 'en-US': 'Applying checkpoint', 'de-DE': 'Prüfpunkt wird angewendet' },
  },
  {
    status: activityStatus.deleting,
    kind: 'deleting-checkpoint',
    jobType: jobType.delete,
    text: { 'en-US': 'Deleting checkpoint', 'de-DE': 'Prüfpunkt wird gelöscht' },
  },
  {
    status: activityStatus.merging,
    kind: 'merging-disks',
    jobType: jobType.merge,
    text: { 'en-US': 'Merging disks', 'de-DE': 'Datenträger werden zusammengeführt' },
  },
  {
    status: activityStatus.exporting,
    kind: 'exporting',
    jobType: jobType.export,
    text: { 'en-US': 'Exporting', 'de-DE': 'Exportvorgang wird ausgeführt' },
  },
  {
    status: activityStatus.backingUp,
    kind: 'backing-up',
    jobType: jobType.backup,
    text: { 'en-US': 'Backing up', 'de-DE': 'Sicherung wird ausgeführt' },
  },
]

const busyText: Readonly<Record<Culture, string>> = { 'en-US': 'In service', 'de-DE': 'In Betrieb' }
const criticalText: Readonly<Record<Culture, string>> = {
  'en-US': 'Critical I/O error',
  'de-DE': 'Kritischer E/A-Fehler',
}
