import type { Reply } from '#contract/errors'
import type { Input, OperationName, Output } from '#contract/operations'
import type { App } from './app.ts'

/** Asks over the same door as every window, for those who are inside. */
export async function ask<K extends OperationName>(
  { dispatch }: Pick<App, 'dispatch'>,
  name: K,
  input: Input<K>,
): Promise<Reply<Output<K>>> {
  // The dispatcher answers by the contract of this very name, which the compiler can't follow through the table.
  return (await dispatch(name, input)) as Reply<Output<K>>
}
