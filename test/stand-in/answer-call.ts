import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CheckpointType } from '#contract/model'
import { activityOf, statusTextOf } from '../../electron/hyperv/simulated/activity-of.ts'
import {
  SimulatedError,
  type SimulatedVm,
  type Simulation,
} from '../../electron/hyperv/simulated/simulation.ts'
import { answerStorage, StorageRequest } from './answer-storage.ts'
import { checkpointFileAt, diskFileAt } from './files-of-simulation.ts'
import { hardwareIn, screenIn } from './hardware-of-simulation.ts'

const checkpoint = { vmId: z.string(), checkpointId: z.string() }
const Request = z.discriminatedUnion('call', [
  z.object({ call: z.literal('host') }),
  z.object({ call: z.literal('jobs') }),
  z.object({ call: z.literal('hardware'), vmId: z.string(), checkpointId: z.string().nullable() }),
  z.object({ call: z.literal('disk-file'), path: z.string() }),
  z.object({ call: z.literal('checkpoint-file'), path: z.string() }),
  z.object({ call: z.literal('screen'), settingsId: z.string(), width: z.number(), height: z.number() }),
  /** All, the one with an Id, or the one of which an Id, or that of a checkpoint of it, is. */
  z.object({
    call: z.literal('vms'),
    vmId: z.string().optional(),
    ofId: z.string().optional(),
    isBrief: z.boolean().optional(),
  }),
  z.object({ call: z.literal('create-checkpoint'), vmId: z.string(), name: z.string().nullable() }),
  z.object({ call: z.literal('apply'), ...checkpoint }),
  z.object({ call: z.literal('rename'), ...checkpoint, name: z.string() }),
  z.object({ call: z.literal('set-notes'), ...checkpoint, notes: z.string() }),
  z.object({ call: z.literal('cancel-job'), jobId: z.string() }),
  z.object({ call: z.literal('export'), ...checkpoint, folder: z.string() }),
  z.object({ call: z.literal('remove'), ...checkpoint, withSubtree: z.boolean() }),
  z.object({
    call: z.literal('change-settings'),
    vmId: z.string(),
    checkpointType: CheckpointType.optional(),
    automaticCheckpoints: z.boolean().optional(),
    snapshotFileLocation: z.string().optional(),
    notes: z.string().optional(),
  }),
  z.object({ call: z.literal('enable-backup-service'), vmId: z.string() }),
  z.object({
    call: z.literal('power'),
    vmId: z.string(),
    action: z.enum(['start', 'shut-down', 'turn-off', 'save', 'pause', 'resume']),
  }),
])

type VmsRequest = Extract<z.infer<typeof Request>, { call: 'vms' }>

/** What the module asked, done by the simulation. Rejects with `SimulatedError`. */
export function answerCall(simulation: Simulation, body: unknown): Promise<unknown> {
  const storage = StorageRequest.safeParse(body)
  if (storage.success) return Promise.resolve(answerStorage(simulation, storage.data))
  const request = Request.parse(body)
  switch (request.call) {
    case 'host':
      return Promise.resolve({ name: simulation.hostName })
    case 'jobs':
      return Promise.resolve(simulation.jobs())
    case 'hardware':
      return Promise.resolve(hardwareIn(simulation, request.vmId, request.checkpointId))
    case 'disk-file':
      return Promise.resolve(diskFileAt(simulation, request.path))
    case 'checkpoint-file':
      return Promise.resolve(checkpointFileAt(simulation, request.path))
    case 'screen':
      return Promise.resolve(screenIn(simulation, request))
    case 'vms':
      return Promise.resolve(
        vmsOf(simulation, request)
          .map((vm) => (request.isBrief === true ? { ...vm, checkpoints: vm.checkpoints.slice(0, 1) } : vm))
          .map((vm) => told(simulation, vm)),
      )
    case 'create-checkpoint':
      return simulation.createCheckpoint(request.vmId, request.name)
    case 'apply':
      return simulation.applyCheckpoint(request.vmId, request.checkpointId)
    case 'rename':
      return simulation.renameCheckpoint(request.vmId, request.checkpointId, request.name)
    case 'set-notes':
      return simulation.setCheckpointNotes(request.vmId, request.checkpointId, request.notes)
    case 'cancel-job':
      return simulation.cancelJob(request.jobId)
    case 'export':
      return exportTo(simulation, request.vmId, request.checkpointId, request.folder)
    case 'remove':
      return simulation.removeCheckpoint(request.vmId, request.checkpointId, request.withSubtree)
    case 'change-settings':
      return simulation.changeSettings(request.vmId, request)
    case 'enable-backup-service':
      return simulation.enableBackupService(request.vmId)
    case 'power':
      return simulation.changePower(request.vmId, request.action)
  }
}

/** The cmdlets have a status for a machine that is well, too. */
const well = { 'en-US': 'Operating normally', 'de-DE': 'Normaler Betrieb' } as const

function vmsOf(simulation: Simulation, { vmId, ofId }: VmsRequest): readonly SimulatedVm[] {
  if (ofId !== undefined)
    return simulation
      .vms()
      .filter(({ id, checkpoints }) => id === ofId || checkpoints.some((each) => each.id === ofId))
  if (vmId === undefined) return simulation.vms()
  const vm = simulation.vm(vmId)
  return vm === undefined ? [] : [vm]
}

/** Without what it and its checkpoints are made of, which is long and asked for of one machine at a time. */
function told(simulation: Simulation, vm: SimulatedVm): object {
  const text = statusTextOf(vm, activityOf(vm, simulation.jobs()), simulation.culture)
  return {
    ...vm,
    ...withoutHardware,
    checkpoints: vm.checkpoints.map((each) => ({ ...each, ...withoutHardware })),
    status: text === '' ? well[simulation.culture] : text,
  }
}

const withoutHardware = { disks: undefined, hardware: undefined, networkAdapters: undefined }

/** Hyper-V writes into a folder named after the machine; where the path is of this system, it is really made. */
async function exportTo(
  simulation: Simulation,
  vmId: string,
  checkpointId: string,
  folder: string,
): Promise<void> {
  await simulation.exportCheckpoint(vmId, checkpointId, folder)
  if (!folder.startsWith('/')) return
  const name = (simulation.vm(vmId)?.name ?? vmId).replaceAll(/["*/:<>?\\|]/g, '_')
  try {
    for (const each of ['Snapshots', 'Virtual Hard Disks', 'Virtual Machines']) {
      await mkdir(join(folder, name, each), { recursive: true })
    }
  } catch (error) {
    throw new SimulatedError('OperationFailed', 'NotSpecified', String(error), folder)
  }
}
