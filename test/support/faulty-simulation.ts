import type { Clock } from '../../electron/core/ports.ts'
import type { Faults } from '../../electron/hyperv/simulated/faults.ts'
import { SimulatedError, type Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import type { CallFault, FaultPlan, FaultyVerb } from './fault-plan.ts'

interface Backstage {
  readonly simulation: Simulation
  /** Those that the simulation was made with. */
  readonly faults: Faults
  readonly clock: Clock
}

/** A host on which goes wrong what the plan says of its calls. Answers that get lost are not the host's affair. */
export function faultySimulation(backstage: Backstage, { calls }: FaultPlan): Simulation {
  const { simulation } = backstage
  const counted = new Map<FaultyVerb, number>()

  async function through<T>(verb: FaultyVerb, target: Target, run: () => Promise<T>): Promise<T> {
    const nth = (counted.get(verb) ?? 0) + 1
    counted.set(verb, nth)
    for (const fault of calls.filter((each) => each.verb === verb && each.nth === nth))
      await strike(backstage, fault, target)
    return run()
  }
  return {
    ...simulation,
    createCheckpoint: (vmId, ...rest) =>
      through('createCheckpoint', { vmId }, () => simulation.createCheckpoint(vmId, ...rest)),
    applyCheckpoint: (vmId, checkpointId, ...rest) =>
      through('applyCheckpoint', { vmId, checkpointId }, () =>
        simulation.applyCheckpoint(vmId, checkpointId, ...rest),
      ),
    renameCheckpoint: (vmId, checkpointId, name) =>
      through('renameCheckpoint', { vmId, checkpointId }, () =>
        simulation.renameCheckpoint(vmId, checkpointId, name),
      ),
    setCheckpointNotes: (vmId, checkpointId, notes) =>
      through('setCheckpointNotes', { vmId, checkpointId }, () =>
        simulation.setCheckpointNotes(vmId, checkpointId, notes),
      ),
    exportCheckpoint: (vmId, checkpointId, ...rest) =>
      through('exportCheckpoint', { vmId, checkpointId }, () =>
        simulation.exportCheckpoint(vmId, checkpointId, ...rest),
      ),
    removeCheckpoint: (vmId, checkpointId, ...rest) =>
      through('removeCheckpoint', { vmId, checkpointId }, () =>
        simulation.removeCheckpoint(vmId, checkpointId, ...rest),
      ),
    changeSettings: (vmId, changes) =>
      through('changeSettings', { vmId }, () => simulation.changeSettings(vmId, changes)),
    enableBackupService: (vmId) =>
      through('enableBackupService', { vmId }, () => simulation.enableBackupService(vmId)),
    changePower: (vmId, action) =>
      through('changePower', { vmId }, () => simulation.changePower(vmId, action)),
  }
}

interface Target {
  readonly vmId: string
  readonly checkpointId?: string
}

async function strike(
  { simulation, faults, clock }: Backstage,
  { does }: CallFault,
  { vmId, checkpointId }: Target,
): Promise<void> {
  switch (does.kind) {
    case 'delay':
      await new Promise<void>((resolve) => clock.after(does.milliseconds, resolve))
      return
    case 'fail':
      throw new SimulatedError(does.errorId, does.category, 'The plan says no.', vmId)
    case 'half-done':
      faults.plan({ verb: does.at, vmId, ...halfDone, times: 1 })
      return
    case 'vanish':
      // Where it can't be deleted, it stays.
      if (checkpointId !== undefined)
        await simulation.removeCheckpoint(vmId, checkpointId, false).catch(() => undefined)
      return
    case 'fall-back':
      simulation.setBackupService(vmId, { status: 'NoContact' })
      return
    case 'answer-lost':
      return
  }
}

const halfDone = { errorId: 'OperationFailed', category: 'NotSpecified', message: 'The plan says half.' }
