import { AppError } from '#contract/errors'
import type { Operation } from '#contract/model'
import type { Handlers, Parsed } from '#contract/operations'
import { trayText } from '#contract/tray-text'
import type { KeptSettings } from './app-settings.ts'

type QuickCheckpoint = Handlers['checkpoint.quick']

/** A checkpoint that is taken without a question. Its machine is the one that the next such key or click is about. */
export function createQuickCheckpoint(
  create: Handlers['checkpoint.create'],
  settings: KeptSettings,
): QuickCheckpoint {
  const lastVmId = (): Operation['vmId'] | null => settings.state().settings.lastVmId

  /** Who pressed a key named no machine, and does not know which one is meant by “this”. */
  async function taken(input: Parsed<'checkpoint.quick'>): Promise<Operation> {
    try {
      return await create(input)
    } catch (error) {
      if (error instanceof AppError && error.code === 'vm-not-found' && input.vmId === lastVmId())
        throw new AppError('vm-not-found', trayText.lastIsGone)
      throw error
    }
  }

  return async (input) => {
    const operation = await taken(input)
    if (lastVmId() !== input.vmId) settings.change({ lastVmId: input.vmId })
    return operation
  }
}
