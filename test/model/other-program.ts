import { assertNever } from '#contract/errors'
import { SimulatedError, type Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import { exportFolder } from './meaning-of.ts'
import type { Rule } from './rule-of.ts'
import type { Request } from './step.ts'

/** Asks as another program does, past the app. That Hyper-V refuses is no fault. */
export async function askHyperV(simulation: Simulation, request: Request, rule: Rule): Promise<void> {
  await asked(simulation, request, rule).catch((error: unknown) => {
    if (!(error instanceof SimulatedError)) throw error
  })
}

/** Hyper-V itself knows of nothing that the app does in several steps. */
export function plain(request: Request): Request {
  switch (request.do) {
    case 'create':
      return { ...request, notes: undefined, type: undefined }
    case 'apply':
    case 'revert':
      return { ...request, do: 'apply', keepCurrent: false }
    case 'rename':
    case 'notes':
    case 'export':
    case 'delete':
    case 'deleteSubtree':
    case 'power':
    case 'policy':
      return request
    default:
      return assertNever(request)
  }
}

function asked(simulation: Simulation, request: Request, { vmId, checkpointId: id }: Rule): Promise<unknown> {
  switch (request.do) {
    case 'create':
      return simulation.createCheckpoint(vmId, request.name ?? null)
    case 'apply':
    case 'revert':
      return simulation.applyCheckpoint(vmId, id)
    case 'rename':
      return simulation.renameCheckpoint(vmId, id, request.name)
    case 'notes':
      return simulation.setCheckpointNotes(vmId, id, request.notes)
    case 'export':
      return simulation.exportCheckpoint(vmId, id, exportFolder)
    case 'delete':
    case 'deleteSubtree':
      return simulation.removeCheckpoint(vmId, id, request.do === 'deleteSubtree')
    case 'power':
      return simulation.changePower(vmId, request.action)
    case 'policy': {
      const { type, automatic, location } = request.changes
      const changes = {
        checkpointType: type,
        automaticCheckpoints: automatic,
        snapshotFileLocation: location,
      }
      return simulation.changeSettings(vmId, changes)
    }
    default:
      return assertNever(request)
  }
}
