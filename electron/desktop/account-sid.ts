import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

/**
 * The number of an account of this computer or its domain (21), or of Entra ID (12-1): nothing but digits and
 * hyphens, so that it may stand in a script.
 */
export const AccountSid = z
  .string()
  .regex(/^S-1-(?:5-21|12-1)(?:-\d{1,10}){4}$/)
  .brand<'AccountSid'>()
export type AccountSid = z.infer<typeof AccountSid>

/** Whose app this is; the number, since a name may repeat. Rejects where the system does not tell, or it is no person's. */
export async function readAccountSid(
  program = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'whoami.exe'),
): Promise<AccountSid> {
  const { stdout } = await promisify(execFile)(program, ['/user', '/fo', 'csv', '/nh'], {
    windowsHide: true,
    timeout: 10_000,
  })
  return accountSidOf(stdout)
}

/** The name stands before it, in quotes of its own and in whatever letters. */
function accountSidOf(line: string): AccountSid {
  return AccountSid.parse(/,"([^",]*)"\s*$/.exec(line)?.[1])
}
