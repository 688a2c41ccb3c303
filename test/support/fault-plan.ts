import fc from 'fast-check'
import type { FaultPoint } from '../../electron/hyperv/simulated/faults.ts'

/**
 * What is to go wrong on the way to a host and on the host itself, as plain data, so that it can be printed, sent to another
 * process and played again. Each part that can go wrong takes out what is its own: the host what becomes of a call, whoever
 * stands between an app and its host which answer gets lost, and a proxy before PowerShell what becomes of bytes.
 */
export interface FaultPlan {
  readonly calls: readonly CallFault[]
  readonly bytes: readonly ByteFault[]
}

/** What can be asked of the host, in the words of the simulation; `read` is any reading of one machine. */
export type FaultyVerb =
  | 'createCheckpoint'
  | 'applyCheckpoint'
  | 'renameCheckpoint'
  | 'setCheckpointNotes'
  | 'exportCheckpoint'
  | 'removeCheckpoint'
  | 'changeSettings'
  | 'enableBackupService'
  | 'changePower'
  | 'read'

/** What becomes of one call. */
export interface CallFault {
  readonly verb: FaultyVerb
  /** Of the calls of that verb the first, the second … */
  readonly nth: number
  readonly does: CallTrouble
}

export type CallTrouble =
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'fail'; readonly errorId: string; readonly category: string }
  /** It fails between two of its steps, so that something is done already. */
  | { readonly kind: 'half-done'; readonly at: FaultPoint }
  /** Nobody hears how it ended: it never arrived, is still under way, or is done. */
  | { readonly kind: 'answer-lost'; readonly when: 'before' | 'during' | 'after' }
  /** Somebody deletes the checkpoint right before. */
  | { readonly kind: 'vanish' }
  /** The guest no longer answers, so that a production checkpoint falls back to standard. */
  | { readonly kind: 'fall-back' }

/** What becomes of one line that PowerShell prints. */
export interface ByteFault {
  /** Of the processes the first, the second … */
  readonly process: number
  /** Of its lines the first, the second … */
  readonly line: number
  readonly does: 'split' | 'merge' | 'delay' | 'corrupt' | 'truncate' | 'stall' | 'duplicate' | 'noise'
}

const checkpointVerbs = [
  'applyCheckpoint',
  'renameCheckpoint',
  'setCheckpointNotes',
  'exportCheckpoint',
  'removeCheckpoint',
] as const satisfies FaultyVerb[]
const otherVerbs = ['changeSettings', 'enableBackupService', 'changePower'] as const satisfies FaultyVerb[]
const changingVerbs = ['createCheckpoint', ...checkpointVerbs, ...otherVerbs] as const

/** Between which steps a verb can fail. */
const halves: readonly (readonly [FaultyVerb, FaultPoint])[] = [
  ['createCheckpoint', 'create-taken'],
  ['createCheckpoint', 'set-name'],
  ['applyCheckpoint', 'apply-saved'],
  ['exportCheckpoint', 'export-copied'],
  ['changeSettings', 'settings-changed'],
]

const refusals = [
  { errorId: 'OperationFailed', category: 'NotSpecified' },
  { errorId: 'InvalidState', category: 'InvalidOperation' },
  { errorId: 'OutOfMemory', category: 'ResourceUnavailable' },
  { errorId: 'AccessDenied', category: 'PermissionDenied' },
] as const

/** Milliseconds. A host that begins later than this with what it was asked for is taken for one that never will. */
const latestBegin = 9_000

const nth = fc.integer({ min: 1, max: 3 })
const changing = fc.constantFrom(...changingVerbs)

const callFault: fc.Arbitrary<CallFault> = fc.oneof(
  fault(
    changing,
    fc.integer({ min: 1, max: latestBegin }).map((milliseconds) => ({ kind: 'delay', milliseconds })),
  ),
  fault(
    fc.constantFrom<FaultyVerb[]>(...changingVerbs, 'read'),
    fc.constantFrom(...refusals).map((each) => ({ kind: 'fail', ...each })),
  ),
  fc.record({ half: fc.constantFrom(...halves), nth }).map(({ half: [verb, at], nth: number }) => ({
    verb,
    nth: number,
    does: { kind: 'half-done', at } as const,
  })),
  fault(
    changing,
    fc.constantFrom('before', 'during', 'after').map((when) => ({ kind: 'answer-lost', when })),
  ),
  fault(fc.constantFrom(...checkpointVerbs), fc.constant({ kind: 'vanish' })),
  fault(fc.constant('createCheckpoint'), fc.constant({ kind: 'fall-back' })),
)

/** What may become of the first call of that verb. */
export function faultsOf(verb: FaultyVerb): fc.Arbitrary<CallFault> {
  return callFault.filter((each) => each.verb === verb).map((each) => ({ ...each, nth: 1 }))
}

function fault(verb: fc.Arbitrary<FaultyVerb>, does: fc.Arbitrary<CallTrouble>): fc.Arbitrary<CallFault> {
  return fc.record({ verb, nth, does })
}

const byteFault: fc.Arbitrary<ByteFault> = fc.record({
  process: fc.integer({ min: 1, max: 3 }),
  line: fc.integer({ min: 1, max: 8 }),
  does: fc.constantFrom('split', 'merge', 'delay', 'corrupt', 'truncate', 'stall', 'duplicate', 'noise'),
})

export const faultPlans: fc.Arbitrary<FaultPlan> = fc.record({
  calls: fc.array(callFault, { maxLength: 8 }),
  bytes: fc.array(byteFault, { maxLength: 6 }),
})

/** The same seed makes the same plans; SAVEPOINT_SEED repeats an earlier run. */
export function seedOfRun(): number {
  return Number(process.env.SAVEPOINT_SEED ?? Date.now() % 1_000_000)
}
