import type { Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import type { ChangeCall } from './change-calls.ts'
import { type LedgerEntry, enter } from './ledger.ts'

export interface SimulationLedger {
  readonly entries: readonly LedgerEntry[]
  readonly simulation: Simulation
}

/** The books of a simulation that is asked from another process: what arrived there, in the words of a host. */
export function simulationLedger(simulation: Simulation): SimulationLedger {
  const entries: LedgerEntry[] = []

  const noted = <T>(
    change: ChangeCall,
    parameters: readonly [vmId: string, ...rest: readonly unknown[]],
    run: () => Promise<T>,
  ): Promise<T> => enter(entries, { change, vmId: parameters[0], parameters }, run)
  return {
    entries,
    simulation: {
      ...simulation,
      createCheckpoint: (vmId, name, onJob) =>
        noted('createCheckpoint', [vmId, name], () => simulation.createCheckpoint(vmId, name, onJob)),
      applyCheckpoint: (vmId, id, onJob) =>
        noted('applyCheckpoint', [vmId, id], () => simulation.applyCheckpoint(vmId, id, onJob)),
      renameCheckpoint: (vmId, id, name) =>
        noted('renameCheckpoint', [vmId, id, name], () => simulation.renameCheckpoint(vmId, id, name)),
      setCheckpointNotes: (vmId, id, notes) =>
        noted('changeCheckpointNotes', [vmId, id, notes], () =>
          simulation.setCheckpointNotes(vmId, id, notes),
        ),
      exportCheckpoint: (vmId, id, folder, onJob) =>
        noted('exportCheckpoint', [vmId, id], () => simulation.exportCheckpoint(vmId, id, folder, onJob)),
      removeCheckpoint: (vmId, id, withSubtree, onJob) =>
        noted(withSubtree ? 'deleteCheckpointSubtree' : 'deleteCheckpoint', [vmId, id], () =>
          simulation.removeCheckpoint(vmId, id, withSubtree, onJob),
        ),
      changeSettings: (vmId, changes) =>
        noted('changeCheckpointPolicy', [vmId, { type: changes.checkpointType }], () =>
          simulation.changeSettings(vmId, changes),
        ),
      enableBackupService: (vmId) =>
        noted('enableBackupService', [vmId], () => simulation.enableBackupService(vmId)),
      changePower: (vmId, action) =>
        noted('changePower', [vmId, action], () => simulation.changePower(vmId, action)),
    },
  }
}
