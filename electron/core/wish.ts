import type { PowerAction } from '#contract/eligibility'
import type { CheckpointName, CheckpointNotes, FolderPath } from '#contract/inputs'
import type { SetId } from '#contract/checkpoint-record'
import type { CheckpointId, CheckpointPolicy, CheckpointType, VmId } from '#contract/model'

/**
 * What is to be done to one virtual machine, whole: two equal wishes are the same one, and what became of a wish can
 * be read back from the host by it.
 */
export type Wish =
  | Creation
  | GoingBack
  | {
      readonly kind: 'rename-checkpoint'
      readonly checkpointId: CheckpointId
      readonly name: CheckpointName
    }
  | {
      readonly kind: 'change-checkpoint-notes'
      readonly checkpointId: CheckpointId
      readonly notes: CheckpointNotes
    }
  | {
      readonly kind: 'export-checkpoint'
      readonly checkpointId: CheckpointId
      readonly folder: FolderPath
    }
  | Deletion
  | { readonly kind: 'change-checkpoint-policy'; readonly changes: PolicyChanges }
  | { readonly kind: 'enable-backup-service' }
  | { readonly kind: PowerAction }

interface Creation {
  readonly kind: 'create-checkpoint'
  readonly name: CheckpointName | null
  readonly notes: CheckpointNotes | null
  /** The kind of this one, where it is not to be the machine's policy. */
  readonly type?: ChosenType | undefined
  readonly reason?: string | undefined
  readonly setId?: SetId | undefined
}

type ChosenType = Exclude<CheckpointType, 'Disabled'>

interface Deletion {
  readonly kind: 'delete-checkpoint' | 'delete-checkpoint-subtree'
  readonly checkpointId: CheckpointId
}

export interface GoingBack {
  readonly kind: 'apply-checkpoint' | 'revert'
  readonly checkpointId: CheckpointId
  /** Takes a checkpoint first, and goes no further where that fails. */
  readonly keepsCurrent: boolean
}

export type PolicyChanges = {
  readonly type?: CheckpointPolicy['type'] | undefined
  readonly automatic?: boolean | undefined
  readonly location?: FolderPath | undefined
}

/** The checkpoint that is acted on; null where the wish is about the virtual machine. */
export function checkpointOf(wish: Wish): CheckpointId | null {
  return 'checkpointId' in wish ? wish.checkpointId : null
}

/** Two wishes with the same key are one and the same. */
export function keyOf(vmId: VmId, wish: Wish): string {
  return JSON.stringify([vmId, wish])
}

export function isDeletion(wish: Wish): wish is Deletion {
  return wish.kind === 'delete-checkpoint' || wish.kind === 'delete-checkpoint-subtree'
}

export function keepsCurrent(wish: Wish): wish is GoingBack {
  return 'keepsCurrent' in wish && wish.keepsCurrent
}

export function takesCheckpoint(wish: Wish): wish is Creation | GoingBack {
  return wish.kind === 'create-checkpoint' || keepsCurrent(wish)
}
