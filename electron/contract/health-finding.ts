import type { AppSettings } from './app-settings.ts'
import type { CheckpointRecord } from './checkpoint-record.ts'
import type { HostStorage, VmCosts } from './machine-costs.ts'
import type { CheckpointId, Vm, VmId } from './model.ts'

/** What is known of a host. The list alone is enough; what is read beside it adds findings. */
export interface HealthFacts {
  readonly vms: readonly Vm[]
  readonly records: ReadonlyMap<CheckpointId, CheckpointRecord>
  /** Of the machines whose files were read so far. */
  readonly costs: ReadonlyMap<VmId, VmCosts>
  readonly storage: HostStorage | null
  readonly thresholds: AppSettings['thresholds']
  /** Milliseconds since 1970. */
  readonly now: number
}

export type HealthKind =
  | 'age'
  | 'automatic'
  | 'backup'
  | 'count'
  | 'critical'
  | 'depth'
  | 'fallback'
  | 'kept'
  | 'left-behind'
  | 'merging'
  | 'missing'
  | 'runway'
  | 'size'

export type HealthSubject =
  | { readonly kind: 'machine'; readonly vmId: VmId; readonly name: string }
  | {
      readonly kind: 'checkpoint'
      readonly vmId: VmId
      readonly vmName: string
      readonly checkpointId: CheckpointId
      readonly name: string
    }
  | { readonly kind: 'volume'; readonly root: string }
  | { readonly kind: 'file'; readonly path: string }

/**
 * `delete`: the finding’s checkpoints. `end-automatic`: automatic checkpoints are turned off first, so that no other is
 * taken. `mark-read`: nothing changes but that it was read. `settings`: it comes of how the machine is set, which is to be
 * thought about. `help`: it can’t be done from here. `wait`: Hyper-V does it by itself.
 */
export type HealthRemedy = 'delete' | 'end-automatic' | 'mark-read' | 'settings' | 'help' | 'wait'

export interface HealthFinding {
  /** The same for the same finding, whenever it is looked for. */
  readonly id: string
  readonly kind: HealthKind
  readonly subject: HealthSubject
  readonly severity: 'wrong' | 'look'
  /** Finished, and without names: those are the subject’s. */
  readonly sentence: string
  /** Milliseconds; null where it has none or it is not known. */
  readonly age: number | null
  /** What it takes, or of a volume what is left; null where that is not known. */
  readonly bytes: number | null
  /** Those that the remedy is for. */
  readonly checkpoints: readonly CheckpointId[]
  /** Null where there is none. */
  readonly remedy: HealthRemedy | null
}
