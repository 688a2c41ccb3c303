import { SimulatedError } from './simulation.ts'

/** Where a fault can strike: at the start of a verb, or between two steps of one. */
export type FaultPoint =
  | 'create'
  | 'create-taken'
  | 'set-name'
  | 'set-notes'
  | 'apply'
  | 'apply-saved'
  | 'rename'
  | 'export'
  | 'export-copied'
  | 'remove'
  | 'change-settings'
  | 'settings-changed'
  | 'enable-backup-service'
  | 'change-power'

export interface PlannedFault {
  readonly verb: FaultPoint
  /** Any virtual machine where none is named. */
  readonly vmId?: string
  readonly errorId: string
  readonly category: string
  readonly message: string
  /** How often it strikes before it is over. */
  readonly times: number
}

export interface Faults {
  readonly plan: (fault: PlannedFault) => void
  /** Throws where a fault is planned for this point. */
  readonly strike: (verb: FaultPoint, vmId: string) => void
}

export function createFaults(): Faults {
  const planned = new Map<PlannedFault, number>()
  return {
    plan: (fault) => {
      planned.set(fault, fault.times)
    },
    strike: (verb, vmId) => {
      for (const [fault, left] of planned) {
        if (fault.verb !== verb || (fault.vmId ?? vmId) !== vmId || left <= 0) continue
        planned.set(fault, left - 1)
        throw new SimulatedError(fault.errorId, fault.category, fault.message, vmId)
      }
    },
  }
}
