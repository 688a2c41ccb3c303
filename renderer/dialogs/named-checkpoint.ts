import type { Input } from '#contract/operations'

/** What is asked for where a checkpoint is not just taken: a name, and what else is known of it. */
export type NamedCheckpoint = Pick<Input<'checkpoint.create'>, 'notes' | 'reason' | 'type'> & {
  readonly name: string
}
