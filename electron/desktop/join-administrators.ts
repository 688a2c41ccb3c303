import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import type { Membership } from '#contract/desktop'
import { AppError, type ErrorCode } from '#contract/errors'
import { type AccountSid, readAccountSid } from './account-sid.ts'
import { joinArguments } from './join-script.ts'

interface Parts {
  readonly powershell: string
  readonly accountSid: () => Promise<AccountSid>
  /** Milliseconds that the person is given to answer Windows. */
  readonly patience: number
}

/**
 * Adds whoever runs the app to Hyper-V Administrators, which takes an administrator's consent and nothing more of this
 * app: it stays without rights itself. Asked twice at a time, Windows asks once.
 */
export function createJoinAdministrators(parts: Parts = ofThisComputer()): () => Promise<Membership> {
  let current: Promise<Membership> | null = null
  return () => {
    current ??= joinAdministrators(parts).finally(() => {
      current = null
    })
    return current
  }
}

function ofThisComputer(): Parts {
  const system = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32')
  return {
    // By its full path, and the one that is part of Windows: it alone is there everywhere.
    powershell: join(system, 'WindowsPowerShell', 'v1.0', 'powershell.exe'),
    accountSid: readAccountSid,
    // Windows gives up its own question after two minutes.
    patience: 300_000,
  }
}

async function joinAdministrators({ powershell, accountSid, patience }: Parts): Promise<Membership> {
  const sid = await accountSid().catch((error: unknown) => {
    throw new AppError('operation-failed', noAccount, String(error))
  })
  const child = spawn(powershell, joinArguments(sid), {
    // As every PowerShell: not in a folder that the person chose.
    cwd: dirname(powershell),
    env: withoutModules(process.env),
    stdio: 'ignore',
    windowsHide: true,
    timeout: patience,
  })
  const [code] = (await once(child, 'close').catch((error: unknown) => {
    throw new AppError('powershell-missing', noPowerShell, String(error))
  })) as [number | null]
  return membershipOf(code)
}

/** PowerShell 7's modules must not be offered to Windows PowerShell, which builds its own path where there is none. */
function withoutModules(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => name.toUpperCase() !== 'PSMODULEPATH')
  return Object.fromEntries(kept)
}

/** The scripts end with these alone. With any other they did not run to their end, and nobody knows how far they came. */
function membershipOf(code: number | null): Membership {
  if (code === joined || code === wasMember) return { wasMember: code === wasMember }
  const refusal = refusals[String(code)]
  if (refusal === undefined) throw new AppError('outcome-unknown', unknown, `Exit code ${String(code)}`)
  throw new AppError(...refusal)
}

const joined = 100
const wasMember = 101

const noAccount = 'Windows does not tell which account runs Savepoint. Nothing was changed.'
const noPowerShell =
  'Windows PowerShell could not be started. Ask who administers this computer. Nothing was changed.'
const refusals: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  102: [
    'not-allowed',
    'This computer has no group Hyper-V Administrators: turn on the Windows feature “Hyper-V” first. Nothing was changed.',
  ],
  103: [
    'access-denied',
    'Windows does not let that administrator change the group. Ask who administers this computer. Nothing was changed.',
  ],
  104: [
    'operation-failed',
    'Windows did not add this account to the group. Ask who administers this computer. Nothing was changed.',
  ],
  105: [
    'cancelled',
    'Windows got no administrator’s consent: the answer was No, or this computer does not ask. Nothing was changed.',
  ],
}
const unknown =
  'Whether this account was added is not known. Check again: the findings show whether it is a member now.'
