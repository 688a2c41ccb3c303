import { z } from 'zod'
import { SetId } from '#contract/checkpoint-record'
import { CheckpointName, CheckpointNotes, CheckpointReason, FolderPath } from '#contract/inputs'
import { Checkpoint, CheckpointId, CheckpointType, OperationId, Vm, VmId } from '#contract/model'
import type { JournalEntry } from '../core/journal-entry.ts'

const ofCheckpoint = { checkpointId: CheckpointId }

const Wish = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('create-checkpoint'),
    name: CheckpointName.nullable(),
    notes: CheckpointNotes.nullable(),
    type: CheckpointType.exclude(['Disabled']).optional(),
    reason: CheckpointReason.optional(),
    setId: SetId.optional(),
  }),
  z.object({ kind: z.enum(['apply-checkpoint', 'revert']), ...ofCheckpoint, keepsCurrent: z.boolean() }),
  z.object({ kind: z.literal('rename-checkpoint'), ...ofCheckpoint, name: CheckpointName }),
  z.object({ kind: z.literal('change-checkpoint-notes'), ...ofCheckpoint, notes: CheckpointNotes }),
  z.object({ kind: z.literal('export-checkpoint'), ...ofCheckpoint, folder: FolderPath }),
  z.object({ kind: z.enum(['delete-checkpoint', 'delete-checkpoint-subtree']), ...ofCheckpoint }),
  z.object({
    kind: z.literal('change-checkpoint-policy'),
    changes: z.object({
      type: CheckpointType.optional(),
      automatic: z.boolean().optional(),
      location: FolderPath.optional(),
    }),
  }),
  z.object({ kind: z.literal('enable-backup-service') }),
  z.object({ kind: z.enum(['start', 'shut-down', 'turn-off', 'save', 'pause', 'resume']) }),
])

const VmBefore = Vm.pick({ state: true, parentCheckpointId: true, policy: true }).extend({
  checkpoints: z.array(Checkpoint.pick({ id: true, name: true, parentId: true, isSaved: true, notes: true })),
})

const Entry = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('intent'),
    id: OperationId,
    startedAt: z.iso.datetime(),
    vmId: VmId,
    vmName: z.string(),
    checkpointName: z.string().nullable(),
    wish: Wish,
  }),
  z.object({ step: z.literal('sent'), id: OperationId, before: VmBefore }),
  z.object({ step: z.literal('outcome'), id: OperationId }),
])

export function lineOfEntry(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`
}

/** Null for what is no entry, such as a line of which a power failure left the beginning only. */
export function entryOfLine(line: string): JournalEntry | null {
  try {
    const read = Entry.safeParse(JSON.parse(line))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
