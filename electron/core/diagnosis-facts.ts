import type { About, DesktopState } from '#contract/desktop'
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
  readonly own: OwnFacts
}

/** What the app knows of itself, whichever host is shown. */
export interface OwnFacts {
  readonly about: Pick<About, 'version' | 'system' | 'electron' | 'chromium' | 'node'>
  /** As it may be shown to others: without the name of whoever is signed in. Null where no log is written. */
  readonly logFolder: string | null
  /** What is wrong with a file of the app's own, in a sentence; null where nothing is, and instead of all where nobody opened them. */
  readonly files: Readonly<Record<OwnFile, string | null>> | null
  /** Null where it is no program of its own, but shown in a browser. */
  readonly desktop: Pick<DesktopState, 'hotkeyProblem'> | null
}
export type OwnFile = 'settings' | 'records' | 'journal'

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
