import { AppError } from '#contract/errors'

/** An error record as it travels from the host. Only ids and categories are read; the message is shown as it is. */
export interface HostError {
  /** The part of FullyQualifiedErrorId before the first comma, such as `InvalidState`, or one of our scripts' own (`Savepoint…`). */
  readonly errorId: string
  /** CategoryInfo.Category, such as `PermissionDenied`. */
  readonly category: string
  /** In the host's language. */
  readonly message: string
  /** The Virtual Machine Management service when the error came; null where nobody looked. */
  readonly service: 'Running' | 'Stopped' | 'Missing' | null
}

/** Hyper-V's error ids are the same in every language; its messages are not. */
export function appErrorOf(error: HostError): AppError {
  const detail = error.message.trim() === '' ? undefined : error.message.trim()
  // With the service down every cmdlet says "object not found", so the service is asked first.
  if (error.service === 'Stopped' || error.service === 'Missing') {
    return error.service === 'Stopped'
      ? new AppError(
          'service-stopped',
          'The Hyper-V Virtual Machine Management service is not running. Start it: Start-Service vmms',
          detail,
        )
      : new AppError(
          'module-missing',
          'Hyper-V is not turned on. Turn on the Windows feature “Hyper-V” and restart the computer.',
          detail,
        )
  }
  const known = failuresByErrorId.get(error.errorId) ?? byCategory.get(error.category)
  if (known !== undefined) return new AppError(known[0], known[1], detail)
  return new AppError('operation-failed', 'Hyper-V could not do this.', detail)
}

type Known = readonly [AppError['code'], string]

const denied: Known = [
  'access-denied',
  'This account may not use Hyper-V. Start Savepoint as an administrator, or add the account to the group Hyper-V Administrators and sign in again.',
]
const wrongState: Known = ['wrong-state', 'The virtual machine is in a state that does not allow this.']
const timeout: Known = [
  'timeout',
  'Hyper-V did not finish this in time. Look at the list: it shows what is true now.',
]
const inUse: Known = [
  'busy',
  'Something else is using the virtual machine or its files. Try again when that has ended.',
]

/** What each error id that we know means to people. */
export const failuresByErrorId: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['SavepointVmNotFound', ['vm-not-found', 'This virtual machine is no longer on the host.']],
  ['SavepointCheckpointNotFound', ['checkpoint-not-found', 'This checkpoint is no longer there.']],
  [
    'SavepointChangedMeanwhile',
    [
      'changed-meanwhile',
      'The virtual machine was changed meanwhile. Look at its checkpoints and decide again.',
    ],
  ],
  [
    'SavepointNothingToCancel',
    ['wrong-state', 'Hyper-V is done with that, so there is nothing left to cancel.'],
  ],
  [
    'SavepointNoBackupService',
    ['not-allowed', 'Hyper-V has no backup service for this virtual machine, so there is none to turn on.'],
  ],
  ['SavepointNotCancelled', ['not-allowed', 'Hyper-V does not let this be cancelled now.']],
  ['ObjectNotFound', ['vm-not-found', 'Hyper-V does not find this virtual machine or checkpoint any more.']],
  ['AccessDenied', denied],
  ['InvalidState', wrongState],
  ['OperationTimeout', timeout],
  ['ObjectInUse', inUse],
  ['OutOfMemory', ['operation-failed', 'The host has too little memory for this.']],
  ['NotSupported', ['operation-failed', 'This host does not support this.']],
  ['FileNotFound', ['operation-failed', 'A file that Hyper-V needs for this is not there.']],
  [
    'Modules_ModuleNotFound',
    [
      'module-missing',
      'The Hyper-V module for PowerShell is not installed. Turn on “Hyper-V Module for Windows PowerShell” in the Windows features.',
    ],
  ],
  [
    'CouldNotAutoLoadModule',
    [
      'module-missing',
      'The Hyper-V module for PowerShell could not be loaded. Turn on “Hyper-V Module for Windows PowerShell” in the Windows features.',
    ],
  ],
])

const byCategory: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['PermissionDenied', denied],
  ['OperationTimeout', timeout],
  ['ResourceBusy', inUse],
])
