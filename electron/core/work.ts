import type { CheckpointId, Operation, Vm } from '#contract/model'
import type { VmBefore } from './journal-entry.ts'
import type { OnProgress } from './ports.ts'
import type { Wish } from './wish.ts'

/** What is to be done to one virtual machine. */
export interface Work {
  readonly wish: Wish
  readonly vm: Pick<Vm, 'id' | 'name'>
  readonly checkpointName: string | null
  /** Two pieces of work with the same key are one and the same wish: the second joins the first. */
  readonly key: string
  readonly run: (progress: WorkProgress) => Promise<WorkResult>
  /**
   * Waits for what Hyper-V goes on with after it has answered, such as a merge, and answers what has to be said of that.
   * Others may go ahead meanwhile.
   */
  readonly afterwards?: ((onProgress: OnProgress) => Promise<string | null>) | undefined
  /** How long it can be undone before it is sent, in milliseconds. It blocks nothing meanwhile. */
  readonly undoMilliseconds?: number | undefined
  /** What an earlier start of the app had accepted it as, and already wrote down. */
  readonly recovered?: Pick<Operation, 'id' | 'startedAt'> | undefined
}

export interface WorkProgress {
  /**
   * Settles when it is written down what the machine was like before; only then may Hyper-V be asked to change it. Said
   * again before each further request, with what it was like before the first, so that nothing is sent by an app that ends.
   */
  readonly sending: (before: VmBefore) => Promise<void>
  readonly percent: OnProgress
  readonly keepingCurrent: (isKeeping: boolean) => void
}

export interface WorkResult {
  readonly checkpointId?: CheckpointId | undefined
  /** The checkpoint that holds the state which was gone back from. */
  readonly keptId?: CheckpointId | undefined
  readonly remark?: string | null | undefined
}
