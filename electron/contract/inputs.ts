import { z } from 'zod'
import { checkpointNameProblem, checkpointNotesProblem, checkpointReasonProblem } from './names.ts'

/** What people type: each refused with a sentence of its own, see names.ts. */

export const CheckpointName = z
  .string({ error: 'A checkpoint needs a name.' })
  .superRefine((name, context) => {
    report(context, checkpointNameProblem(name), 'invalid-name')
  })
  .brand<'CheckpointName'>()
export type CheckpointName = z.infer<typeof CheckpointName>

export const CheckpointNotes = z
  .string()
  .superRefine((notes, context) => {
    report(context, checkpointNotesProblem(notes), 'invalid-input')
  })
  .brand<'CheckpointNotes'>()
export type CheckpointNotes = z.infer<typeof CheckpointNotes>

/** Why a checkpoint is taken, in a few words. */
export const CheckpointReason = z.string().superRefine((reason, context) => {
  report(context, checkpointReasonProblem(reason), 'invalid-input')
})

/** Only its length here: whether it is a folder that can be used depends on the host and is asked in core/folder-path.ts. */
export const FolderPath = z
  .string({ error: 'Choose a folder.' })
  .max(32_767, 'This path is too long for Windows.')
  .brand<'FolderPath'>()
export type FolderPath = z.infer<typeof FolderPath>

function report(
  context: z.RefinementCtx,
  problem: string | null,
  code: 'invalid-name' | 'invalid-input',
): void {
  if (problem !== null) context.addIssue({ code: 'custom', message: problem, params: { code } })
}
