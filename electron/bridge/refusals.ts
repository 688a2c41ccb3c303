import type { Failure, Reply } from '#contract/errors'
import { contentSecurityPolicy } from './built-files.ts'

/** What every answer over loopback carries, a refusal too. */
export const safeHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** All that whoever is refused before the dispatcher is told: words that are the same for everybody. */
export const refusal = {
  untrusted: failed({ code: 'untrusted', message: 'Savepoint answers its own pages only.' }),
  noSession: failed({
    code: 'untrusted',
    message: 'This browser is not signed in to Savepoint. Open the address that Savepoint printed.',
  }),
  tooLarge: failed({ code: 'invalid-input', message: 'This request is too large.' }),
  notJson: failed({ code: 'invalid-input', message: 'This request is not JSON.' }),
  defect: failed({
    code: 'internal',
    message: 'Something in Savepoint itself went wrong. Look at what is there now before you ask again.',
  }),
} as const

function failed(error: Failure): Reply<never> {
  return { ok: false, error }
}
