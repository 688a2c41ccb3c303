import type { Handlers } from '#contract/operations'
import type { KeptSettings } from './app-settings.ts'

/** A checkpoint that is taken without a question. Its machine is the one that the next such key or click is about. */
export function createQuickCheckpoint(
  create: Handlers['checkpoint.create'],
  settings: KeptSettings,
): Handlers['checkpoint.quick'] {
  return async (input) => {
    const operation = await create(input)
    if (settings.state().settings.lastVmId !== input.vmId) settings.change({ lastVmId: input.vmId })
    return operation
  }
}
