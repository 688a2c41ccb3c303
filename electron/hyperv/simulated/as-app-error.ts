import type { CheckpointId, VmId } from '#contract/model'
import type { AppError } from '#contract/errors'
import { appErrorOf } from '../failures.ts'
import { SimulatedError } from './simulation.ts'
import type { Simulation } from './simulation.ts'

/** What a request is about; without a checkpoint it is about the machine. */
interface Target {
  readonly vmId: VmId
  readonly checkpointId?: CheckpointId
}

/** Runs the request and rejects with `AppError` where Hyper-V would have reported an error. */
export async function asAppError<T>(
  simulation: Simulation,
  target: Target,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof SimulatedError)) throw error
    throw translated(simulation, target, error)
  }
}

function translated(simulation: Simulation, target: Target, error: SimulatedError): AppError {
  const { category, message } = error
  const errorId = (error.errorId === 'ObjectNotFound' ? missingId(simulation, target) : null) ?? error.errorId
  return appErrorOf({ errorId, category, message, service: 'Running' })
}

/** Hyper-V says "object not found" of machines and checkpoints alike, so what is missing is looked up. */
function missingId(simulation: Simulation, { vmId, checkpointId }: Target): string | null {
  const vm = simulation.vm(vmId)
  if (vm === undefined) return 'SavepointVmNotFound'
  if (checkpointId === undefined || vm.checkpoints.some((each) => each.id === checkpointId)) return null
  return 'SavepointCheckpointNotFound'
}
