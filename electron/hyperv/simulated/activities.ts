import type { Machines } from './machines.ts'
import type { SimulatedVm } from './simulation.ts'

/** WMI's numbers of what is done with a virtual machine: the second element of OperationalStatus. */
export const activityStatus = {
  creating: 32768,
  applying: 32769,
  deleting: 32770,
  merging: 32772,
  exporting: 32773,
  backingUp: 32776,
} as const
export type ActivityStatus = (typeof activityStatus)[keyof typeof activityStatus]

/** What is done with each virtual machine, and that one thing at a time is. */
export interface Activities {
  /** Runs alone on its machine; merging and backing up go on beside it. Where something else runs, `refuse` says so. */
  readonly alone: <T>(vm: SimulatedVm, refuse: () => Error, work: () => Promise<T>) => Promise<T>
  readonly isBusy: (vmId: string) => boolean
  /** Shows the status while the work goes on. */
  readonly showing: <T>(vmId: string, status: ActivityStatus, work: () => Promise<T>) => Promise<T>
  readonly isShown: (vmId: string, status: ActivityStatus) => boolean
}

export function createActivities(machines: Machines): Activities {
  const busy = new Set<string>()
  const shown = new Map<string, readonly ActivityStatus[]>()
  const atRest = new Map(machines.all().map((vm) => [vm.id, vm.operationalStatus]))

  const show = (vmId: string, statuses: readonly ActivityStatus[]): void => {
    shown.set(vmId, statuses)
    machines.change(vmId, { operationalStatus: operationalStatusOf(statuses) ?? atRest.get(vmId) ?? [2] })
  }
  const shownOn = (vmId: string): readonly ActivityStatus[] => shown.get(vmId) ?? []

  return {
    alone: async (vm, refuse, work) => {
      if (busy.has(vm.id)) throw refuse()
      busy.add(vm.id)
      try {
        return await work()
      } finally {
        busy.delete(vm.id)
      }
    },
    isBusy: (vmId) => busy.has(vmId),
    showing: async (vmId, status, work) => {
      show(vmId, [...shownOn(vmId), status])
      try {
        return await work()
      } finally {
        show(vmId, withoutFirst(shownOn(vmId), status))
      }
    },
    isShown: (vmId, status) => shownOn(vmId).includes(status),
  }
}

/** What goes on beside other work leaves the machine OK (2) and can be interrupted; the rest puts it in service (11). */
function operationalStatusOf(statuses: readonly ActivityStatus[]): readonly number[] | null {
  const inService = statuses.find((status) => !besides.has(status))
  if (inService !== undefined) return [11, inService]
  const beside = statuses.at(-1)
  return beside === undefined ? null : [2, beside]
}

const besides: ReadonlySet<ActivityStatus> = new Set([activityStatus.merging, activityStatus.backingUp])

function withoutFirst(
  statuses: readonly ActivityStatus[],
  status: ActivityStatus,
): readonly ActivityStatus[] {
  const index = statuses.indexOf(status)
  return statuses.filter((_, each) => each !== index)
}
