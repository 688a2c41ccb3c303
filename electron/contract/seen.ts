import { z } from 'zod'
import { CheckpointId } from './model.ts'

/** 256 random bits, others at each start of the app, so that nobody acts on what an earlier start has shown. */
export const SessionNonce = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'This is not the mark of a start of Savepoint.')
  .brand<'SessionNonce'>()
export type SessionNonce = z.infer<typeof SessionNonce>

/** What was on show of a machine's checkpoints when somebody decided about them. */
export const Seen = z.strictObject({
  session: SessionNonce,
  /** All that were shown to be deleted. */
  goes: z.array(CheckpointId).max(1_000),
  /** What "Now" hung under. */
  now: CheckpointId.nullable(),
})
export type Seen = z.infer<typeof Seen>
