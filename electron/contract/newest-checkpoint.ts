import type { Vm } from './model.ts'

/** No zod in here: the window runs this file. */

/** When the newest checkpoint was taken; null where there is none of which the host says that. */
export function newestCheckpoint(vm: Vm): string | null {
  return vm.checkpoints.reduce<string | null>(
    (newest, { createdAt }) =>
      createdAt !== null && (newest === null || createdAt > newest) ? createdAt : newest,
    null,
  )
}
