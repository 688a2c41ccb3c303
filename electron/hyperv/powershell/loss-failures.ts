import { AppError } from '#contract/errors'
import { ConnectionLost } from './connection-lost.ts'

/** What a lost process means to who asked. */

export function unknownOutcome(loss: ConnectionLost): AppError {
  return new AppError(
    'outcome-unknown',
    'PowerShell stopped before it said how this ended. Look at the list: it shows what is true now.',
    loss.detail,
  )
}

export function reachFailure(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof ConnectionLost) return hostLost(error)
  return new AppError('host-lost', 'PowerShell could not be started.', String(error))
}

export function hostLost(loss: ConnectionLost): AppError {
  return loss.reason === 'deadline'
    ? new AppError('timeout', 'PowerShell did not answer in time. Savepoint goes on trying.', loss.detail)
    : new AppError('host-lost', 'PowerShell stopped unexpectedly. Savepoint goes on trying.', loss.detail)
}
