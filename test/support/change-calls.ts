import type { HostChanges, HyperVHost } from '../../electron/core/ports.ts'

/** Each way to change something on a host, but to cancel what it works on itself. */
export type ChangeCall = Exclude<keyof HostChanges, 'cancelJob'>

/** As an object, so that the compiler misses one that is not named. */
const changeCalls: Readonly<Record<ChangeCall, true>> = {
  createCheckpoint: true,
  applyCheckpoint: true,
  revert: true,
  renameCheckpoint: true,
  changeCheckpointNotes: true,
  exportCheckpoint: true,
  deleteCheckpoint: true,
  deleteCheckpointSubtree: true,
  changeCheckpointPolicy: true,
  enableBackupService: true,
  changePower: true,
}

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
  const calls = Object.keys(changeCalls) as ChangeCall[]
  return { ...host, ...Object.fromEntries(calls.map((change) => [change, through(change)])) }
}
