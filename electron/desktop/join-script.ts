import type { AccountSid } from './account-sid.ts'
import askForConsent from './scripts/ask-for-consent.ps1?raw'
import joinGroup from './scripts/join-group.ps1?raw'

/** What PowerShell is started with. All of it is constant but the account's number, which is digits and hyphens. */
export function joinArguments(sid: AccountSid): readonly string[] {
  const elevated = encoded(`$sid = '${sid}'`, joinGroup)
  const asking = encoded(`$arguments = '${elevated.join(' ')}'`, askForConsent)
  return asking
}

/** As Base64, in which no quote and no code page means anything. */
function encoded(first: string, script: string): readonly string[] {
  const lines = script.split('\n').filter((line) => !/^\s*(#|$)/.test(line))
  const text = [first, ...lines].join('\n')
  return ['-NoProfile', '-NonInteractive', '-EncodedCommand', Buffer.from(text, 'utf16le').toString('base64')]
}
