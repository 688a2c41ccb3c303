import { CheckpointId } from '#contract/model'
import type { VmId } from '#contract/model'
import type { Clock, HyperVHost } from '../../core/ports.ts'
import { appErrorOf } from '../failures.ts'
import { followJob } from './follow-job.ts'
import { simulatedFolders } from './simulated-folders.ts'
import { SimulatedError } from './simulation.ts'
import type { Simulation } from './simulation.ts'
import { vmOf } from './vm-of.ts'
import { watchSimulation } from './watch-simulation.ts'

/** The simulation as a host. Closing it stops the simulation. */
export function createSimulatedHost(simulation: Simulation, clock: Clock): HyperVHost {
  return {
    kind: 'demo',
    pathStyle: 'windows',
    connect: () => Promise.resolve({ name: simulation.hostName, description: 'Demo host' }),
    ...reading(simulation, clock),
    ...simulatedFolders(simulation),
    ...changingCheckpoints(simulation),
    changeCheckpointPolicy: (vmId, { type, automatic, location }) =>
      translated(simulation, vmId, () =>
        simulation.changeSettings(vmId, {
          checkpointType: type,
          automaticCheckpoints: automatic,
          snapshotFileLocation: location,
        }),
      ),
    changePower: (vmId, action) => translated(simulation, vmId, () => simulation.changePower(vmId, action)),
    close: () => {
      simulation.stop()
      return Promise.resolve()
    },
  }
}

type CheckpointVerbs = Pick<
  HyperVHost,
  | 'createCheckpoint'
  | 'applyCheckpoint'
  | 'revert'
  | 'renameCheckpoint'
  | 'exportCheckpoint'
  | 'deleteCheckpoint'
  | 'deleteCheckpointSubtree'
>

function reading(simulation: Simulation, clock: Clock): Pick<HyperVHost, 'readAll' | 'readVm' | 'watch'> {
  return {
    readAll: () => Promise.resolve({ vms: simulation.vms().map((vm) => vmOf(vm, simulation)), unread: [] }),
    readVm: (vmId) => {
      const vm = simulation.vm(vmId)
      return Promise.resolve(vm === undefined ? null : vmOf(vm, simulation))
    },
    watch: (onHint) => watchSimulation(simulation, clock, onHint),
  }
}

function changingCheckpoints(simulation: Simulation): CheckpointVerbs {
  return {
    createCheckpoint: (request, onProgress) =>
      translated(simulation, request.vmId, async () => {
        const { vmId, name, notes } = request
        const id = await followJob(simulation, onProgress, (onJob) =>
          simulation.createCheckpoint(vmId, name, onJob),
        )
        const remark = notes === null ? null : await remarkOnNotes(simulation, vmId, id, notes)
        return { checkpointId: CheckpointId.parse(id), remark }
      }),
    applyCheckpoint: ({ vmId, checkpointId }, onProgress) =>
      translated(simulation, vmId, () =>
        followJob(simulation, onProgress, (onJob) => simulation.applyCheckpoint(vmId, checkpointId, onJob)),
      ),
    revert: ({ vmId, checkpointId }, onProgress) =>
      translated(simulation, vmId, async () => {
        requireParentOfNow(simulation, vmId, checkpointId)
        await followJob(simulation, onProgress, (onJob) =>
          simulation.applyCheckpoint(vmId, checkpointId, onJob),
        )
      }),
    renameCheckpoint: ({ vmId, checkpointId }, name) =>
      translated(simulation, vmId, () => simulation.renameCheckpoint(vmId, checkpointId, name)),
    exportCheckpoint: ({ vmId, checkpointId }, folder, onProgress) =>
      translated(simulation, vmId, () =>
        followJob(simulation, onProgress, (onJob) =>
          simulation.exportCheckpoint(vmId, checkpointId, folder, onJob),
        ),
      ),
    deleteCheckpoint: ({ vmId, checkpointId }, onProgress) =>
      translated(simulation, vmId, () =>
        followJob(simulation, onProgress, (onJob) =>
          simulation.removeCheckpoint(vmId, checkpointId, false, onJob),
        ),
      ),
    deleteCheckpointSubtree: ({ vmId, checkpointId }, onProgress) =>
      translated(simulation, vmId, () =>
        followJob(simulation, onProgress, (onJob) =>
          simulation.removeCheckpoint(vmId, checkpointId, true, onJob),
        ),
      ),
  }
}

/** The checkpoint is there by then, so a note that could not be kept is told and not thrown. */
async function remarkOnNotes(
  simulation: Simulation,
  vmId: VmId,
  checkpointId: string,
  notes: string,
): Promise<string | null> {
  try {
    await simulation.setCheckpointNotes(vmId, checkpointId, notes)
    return null
  } catch (error) {
    if (!(error instanceof SimulatedError)) throw error
    return 'The checkpoint was taken, but its note could not be kept.'
  }
}

function requireParentOfNow(simulation: Simulation, vmId: VmId, checkpointId: CheckpointId): void {
  const vm = simulation.vm(vmId)
  if (vm === undefined || vm.parentCheckpointId === checkpointId) return
  throw new SimulatedError('SavepointChangedMeanwhile', 'InvalidOperation', '')
}

/** Hyper-V says "object not found" of machines and checkpoints alike, so what is missing is looked up. */
async function translated<T>(simulation: Simulation, vmId: VmId, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof SimulatedError)) throw error
    const { category, message } = error
    const missing = simulation.vm(vmId) === undefined ? 'SavepointVmNotFound' : 'SavepointCheckpointNotFound'
    const errorId = error.errorId === 'ObjectNotFound' ? missing : error.errorId
    throw appErrorOf({ errorId, category, message, service: 'Running' })
  }
}
