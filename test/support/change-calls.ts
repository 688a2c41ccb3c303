import type { HyperVHost } from '../../electron/core/ports.ts'

/** Each way to change something on a host. */
export type ChangeCall = keyof Pick<
  HyperVHost,
  | 'createCheckpoint'
  | 'applyCheckpoint'
  | 'revert'
  | 'renameCheckpoint'
  | 'changeCheckpointNotes'
  | 'exportCheckpoint'
  | 'deleteCheckpoint'
  | 'deleteCheckpointSubtree'
  | 'changeCheckpointPolicy'
  | 'enableBackupService'
  | 'changePower'
>

const changeCalls: readonly ChangeCall[] = [
  'createCheckpoint',
  'applyCheckpoint',
  'revert',
  'renameCheckpoint',
  'changeCheckpointNotes',
  'exportCheckpoint',
  'deleteCheckpoint',
  'deleteCheckpointSubtree',
  'changeCheckpointPolicy',
  'enableBackupService',
  'changePower',
]

/** One call that changes something: what of, with what, and how it is done. */
export interface AskedChange {
  readonly change: ChangeCall
  readonly parameters: readonly unknown[]
  /** Asks the host, with the same parameters where none are given. */
  readonly run: (parameters?: readonly unknown[]) => Promise<unknown>
}

/** A host of which each call that changes something goes through other hands; all else is as it was. */
export function withChanges(host: HyperVHost, around: (asked: AskedChange) => Promise<unknown>): HyperVHost {
  const through = (change: ChangeCall) => {
    const ask = host[change] as (...parameters: readonly unknown[]) => Promise<unknown>
    return (...parameters: readonly unknown[]) =>
      around({ change, parameters, run: (others = parameters) => ask(...others) })
  }
  return { ...host, ...Object.fromEntries(changeCalls.map((change) => [change, through(change)])) }
}
