import { AppError, assertNever } from '#contract/errors'
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
  if (loss.detail.includes(blockedByVirusProtection)) {
    return new AppError(
      'host-lost',
      'The virus protection of this computer blocks what Savepoint tells PowerShell. Ask who administers it to allow Savepoint.',
      loss.detail,
    )
  }
  switch (loss.reason) {
    case 'not-started':
      return new AppError(
        'powershell-missing',
        'The system did not let PowerShell start. It may have been removed, or a rule of this computer may block it.',
        loss.detail,
      )
    case 'deadline':
      return new AppError(
        'timeout',
        'PowerShell did not answer in time. Savepoint goes on trying.',
        loss.detail,
      )
    case 'broken':
    case 'ended':
    case 'closed':
      return new AppError(
        'host-lost',
        'PowerShell stopped unexpectedly. Savepoint goes on trying.',
        loss.detail,
      )
    default:
      return assertNever(loss.reason)
  }
}

/** An error id, which is the same in every language. */
const blockedByVirusProtection = 'ScriptContainedMaliciousContent'
