import type { Input } from '#contract/operations'

/** What is asked for of every checkpoint of a set alike, and its name. */
export type SetInput = Pick<Input<'checkpoint.create'>, 'name' | 'notes' | 'reason' | 'type'>
