import type { Failure } from '#contract/errors'
import type { HostStatus } from '#contract/model'
import type { PastFailure } from './failure-history.ts'
import type { HostCondition } from './ports.ts'

/** Everything that a diagnosis is made of. Null is what could not be found out. */
export interface DiagnosisFacts {
  readonly host: HostFacts
  readonly status: Pick<HostStatus, 'kind' | 'name' | 'connection' | 'problem' | 'demoReason'>
  /** How many virtual machines the list holds. */
  readonly vmCount: number
  /** Null while there is no connection. */
  readonly condition: HostCondition | null
  /** What was refused since the start, oldest first. */
  readonly failures: readonly PastFailure[]
}

/** What Hyper-V's side says, whichever host is shown. */
export type HostFacts =
  | { readonly kind: 'other-system' }
  | { readonly kind: 'no-powershell'; readonly failure: Failure }
  | { readonly kind: 'no-answer'; readonly file: string; readonly failure: Failure }
  | AnsweredFacts

/** Finds out what stands between the app and Hyper-V, whichever host is shown. Never rejects. */
export type ExamineHost = () => Promise<HostFacts>

export interface AnsweredFacts {
  readonly kind: 'answered'
  /** The absolute path of PowerShell. */
  readonly file: string
  /** Such as "Windows PowerShell 5.1". */
  readonly description: string
  /** A 32-bit PowerShell on a 64-bit Windows, which has no module for Hyper-V. */
  readonly is32Bit: boolean
  readonly languageMode: string
  readonly module: { readonly version: string; readonly isLoaded: boolean } | 'missing' | null
  readonly feature: 'on' | 'off' | 'absent' | null
  readonly service: 'Running' | 'Stopped' | 'Missing' | null
  /** What the account's token says. */
  readonly rights: 'elevated' | 'hyper-v-administrator' | 'none' | null
  /** Whether the account itself is in Hyper-V Administrators, which the token of an older sign-in does not say. */
  readonly isInGroup: boolean | null
  readonly cim: 'answers' | 'empty' | 'fails' | null
  /** Why the cmdlets don't answer; null where they do. */
  readonly problem: Failure | null
}
