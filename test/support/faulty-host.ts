import { AppError } from '#contract/errors'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { type AskedChange, type ChangeCall, withChanges } from './change-calls.ts'
import type { CallTrouble, FaultPlan, FaultyVerb } from './fault-plan.ts'

/** What a plan says of the way to a host and back: answers that get lost, and readings that nobody can have. */
export function faultyHost(host: HyperVHost, { calls }: FaultPlan): HyperVHost {
  const counted = new Map<FaultyVerb, number>()

  function troubleOf(verb: FaultyVerb): CallTrouble | undefined {
    const nth = (counted.get(verb) ?? 0) + 1
    counted.set(verb, nth)
    return calls.find(
      ({ does, ...each }) =>
        each.verb === verb && each.nth === nth && (does.kind === 'answer-lost' || verb === 'read'),
    )?.does
  }

  async function change({ change: name, run }: AskedChange): Promise<unknown> {
    const trouble = troubleOf(verbOf[name])
    if (trouble?.kind !== 'answer-lost') return run()
    if (trouble.when === 'before') throw lost()
    const answer = run()
    answer.catch(() => undefined)
    if (trouble.when === 'after') await answer.catch(() => undefined)
    throw lost()
  }

  function reading<T>(read: () => Promise<T>): Promise<T> {
    return troubleOf('read') === undefined
      ? read()
      : Promise.reject(new AppError('host-lost', 'PowerShell stopped unexpectedly.'))
  }

  return {
    ...withChanges(host, change),
    readVm: (vmId) => reading(() => host.readVm(vmId)),
    readReadiness: (vmId) => reading(() => host.readReadiness(vmId)),
  }
}

/** What the host is asked for by a change. */
export const verbOf: Readonly<Record<ChangeCall, FaultyVerb>> = {
  createCheckpoint: 'createCheckpoint',
  applyCheckpoint: 'applyCheckpoint',
  revert: 'applyCheckpoint',
  renameCheckpoint: 'renameCheckpoint',
  changeCheckpointNotes: 'setCheckpointNotes',
  exportCheckpoint: 'exportCheckpoint',
  deleteCheckpoint: 'removeCheckpoint',
  deleteCheckpointSubtree: 'removeCheckpoint',
  changeCheckpointPolicy: 'changeSettings',
  enableBackupService: 'enableBackupService',
  changePower: 'changePower',
}

function lost(): AppError {
  return new AppError('outcome-unknown', 'PowerShell stopped before it said how this ended.')
}
