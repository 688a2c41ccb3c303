import type { AppSettings } from './app-settings.ts'
import type { CheckpointRecord } from './checkpoint-record.ts'
import type { HostStatus, Operation, Vm, VmId } from './model.ts'
import type { Readiness } from './readiness.ts'
import type { Judge } from './remembering-judge.ts'

/** All that the tray shows is made of these, wherever it is drawn. */
export interface TrayFacts {
  /** Null before the host was heard of. */
  readonly status: HostStatus | null
  readonly vms: readonly Vm[]
  readonly records: readonly CheckpointRecord[]
  readonly operations: readonly Operation[]
  /** What is known of the guests so far; the verdict is `open` where nothing is. */
  readonly readiness: ReadonlyMap<VmId, Readiness>
  readonly settings: Pick<AppSettings, 'favourites' | 'lastVmId' | 'reasons' | 'thresholds'>
  /** Milliseconds since 1970. */
  readonly now: number
  /** Knows already what of machines that did not change deserves a look; all are judged anew where it is not there. */
  readonly judge?: Judge
}
