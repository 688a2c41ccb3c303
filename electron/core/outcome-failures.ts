import { parentOfNow } from '#contract/eligibility'
import { AppError, assertNever } from '#contract/errors'
import type { Vm } from '#contract/model'
import type { Wish } from './wish.ts'

/** The host shows that it did not happen. */
export function notDone(wish: Wish, vm: Vm | null): AppError {
  const what =
    'The answer got lost, and Hyper-V shows that this was not done. Ask for it again if you still want it.'
  const now = vm === null ? '' : stateNow(wish, vm)
  return new AppError('operation-failed', `${what} ${now}`.trim())
}

/** It was accepted, and the app ended before Hyper-V was asked. */
export function neverSent(): AppError {
  return new AppError(
    'operation-failed',
    'Savepoint ended before it asked Hyper-V, so nothing was done. Ask for it again if you still want it.',
  )
}

/** Nothing shows whether it happened, so what is there now is said instead. */
export function notKnown(wish: Wish, vmName: string, vm: Vm | null): AppError {
  const what = 'The answer got lost, and nothing shows for certain whether this was done.'
  return new AppError('outcome-unknown', `${what} ${vm === null ? notThere(vmName) : thereNow(wish, vm)}`)
}

function notThere(vmName: string): string {
  return `${vmName} could not be found on the host, or the host could not be asked.`
}

function thereNow(wish: Wish, vm: Vm): string {
  switch (wish.kind) {
    case 'create-checkpoint':
      return `${vm.name} has ${checkpointCount(vm)} now; look whether the new one is among them.`
    case 'export-checkpoint':
      return `Nothing is being exported now; look into ${wish.folder} whether the export is whole.`
    case 'apply-checkpoint':
    case 'revert':
      return stateNow(wish, vm)
    case 'enable-backup-service':
      return `What stands beside Checkpoint shows whether the backup service is on, as soon as ${vm.name} runs.`
    case 'rename-checkpoint':
    case 'change-checkpoint-notes':
    case 'delete-checkpoint':
    case 'delete-checkpoint-subtree':
    case 'change-checkpoint-policy':
    case 'start':
    case 'shut-down':
    case 'turn-off':
    case 'save':
    case 'pause':
    case 'resume':
      return `Look at ${vm.name}: the list shows what is true now.`
    default:
      return assertNever(wish)
  }
}

/** Applying saves a machine that runs, so its state may have changed although nothing was applied. */
function stateNow(wish: Wish, vm: Vm): string {
  if (wish.kind !== 'apply-checkpoint' && wish.kind !== 'revert') return ''
  const parent = parentOfNow(vm)
  const where = parent === null ? 'hangs under no checkpoint' : `hangs under “${parent.name}”`
  return `${vm.name} is ${vm.state.toLowerCase()} now and ${where}.`
}

function checkpointCount(vm: Vm): string {
  return vm.checkpoints.length === 1 ? 'one checkpoint' : `${String(vm.checkpoints.length)} checkpoints`
}
