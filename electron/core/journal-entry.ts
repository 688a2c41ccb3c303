import type { Checkpoint, OperationId, Vm, VmId } from '#contract/model'
import type { Wish } from './wish.ts'

/** What a virtual machine was like before something was done to it, as far as it shows whether it was done. */
export interface VmBefore extends Pick<Vm, 'state' | 'parentCheckpointId' | 'policy'> {
  readonly checkpoints: readonly Pick<Checkpoint, 'id' | 'name' | 'parentId' | 'isSaved' | 'notes'>[]
}

/** An operation was accepted. */
export interface Intent {
  readonly step: 'intent'
  readonly id: OperationId
  readonly startedAt: string
  readonly vmId: VmId
  readonly vmName: string
  readonly checkpointName: string | null
  readonly wish: Wish
}

/** The next line that Hyper-V gets to see is the request itself. */
export interface Sent {
  readonly step: 'sent'
  readonly id: OperationId
  readonly before: VmBefore
}

/** It has ended, one way or another. */
export interface Outcome {
  readonly step: 'outcome'
  readonly id: OperationId
}

export type JournalEntry = Intent | Sent | Outcome

/** An operation whose end was never written down. `before` is null where it was never sent. */
export interface LeftBehind {
  readonly intent: Intent
  readonly before: VmBefore | null
}

/** What of these entries has no outcome, oldest first. */
export function leftBehindOf(entries: readonly JournalEntry[]): readonly LeftBehind[] {
  const open = new Map<OperationId, LeftBehind>()
  for (const entry of entries) {
    const known = open.get(entry.id)
    if (entry.step === 'intent') open.set(entry.id, { intent: entry, before: null })
    else if (entry.step === 'outcome') open.delete(entry.id)
    else if (known !== undefined) open.set(entry.id, { ...known, before: entry.before })
  }
  return [...open.values()].sort((a, b) => a.intent.startedAt.localeCompare(b.intent.startedAt))
}

export function beforeOf({ state, parentCheckpointId, policy, checkpoints }: VmBefore): VmBefore {
  return {
    state,
    parentCheckpointId,
    policy,
    checkpoints: checkpoints.map(({ id, name, parentId, isSaved, notes }) => ({
      id,
      name,
      parentId,
      isSaved,
      notes,
    })),
  }
}
