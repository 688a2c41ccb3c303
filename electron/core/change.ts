import type { Refusal } from '#contract/eligibility'
import type { Vm, VmId } from '#contract/model'
import type { HyperVHost, OnProgress } from './ports.ts'
import type { Wish } from './wish.ts'
import type { WorkProgress, WorkResult } from './work.ts'

/** A wish to change something, with the rules it has to pass. */
export interface Change {
  readonly vmId: VmId
  readonly wish: Wish
  /** The wish as somebody said it, where the app added what is another at any moment: two of these alike are one. */
  readonly sameAs?: Wish
  /**
   * Whether what was decided about is no longer what was seen. Asked only when it is accepted: what somebody queued before it
   * may rightly change that.
   */
  readonly seenRefusal?: (vm: Vm) => Refusal | null
  /** Asked when it is accepted with nothing before it, and again when its turn comes after it had to wait. */
  readonly refusal: (vm: Vm) => Refusal | null
  readonly run: (host: HyperVHost, progress: WorkProgress) => Promise<WorkResult> | Promise<void>
  /** Answers what has to be said of it. */
  readonly afterwards?: (onProgress: OnProgress) => Promise<string | null>
  /** How long it can be undone before it is sent. */
  readonly undoMilliseconds?: number
}
