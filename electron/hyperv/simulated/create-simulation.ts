import { applyCheckpoint } from './apply-checkpoint.ts'
import { cancelJob } from './cancel-job.ts'
import { changePower } from './change-power.ts'
import { changeSettings } from './change-settings.ts'
import { createCheckpoint } from './create-checkpoint.ts'
import { enableBackupService } from './enable-backup-service.ts'
import { exportCheckpoint } from './export-checkpoint.ts'
import { startLife } from './life.ts'
import { removeCheckpoint } from './remove-checkpoint.ts'
import { renameCheckpoint, setCheckpointNotes } from './rename-checkpoint.ts'
import { setBackupService } from './set-backup-service.ts'
import type { Simulation } from './simulation.ts'
import { startBackup } from './start-backup.ts'
import { createWorld } from './world.ts'
import type { WorldOptions } from './world.ts'

export interface SimulationOptions extends WorldOptions {
  readonly hostName?: string | undefined
}

/** Whoever creates it stops it. */
export function createSimulation(options: SimulationOptions): Simulation {
  const world = createWorld(options)
  if (options.life === true) startLife(world)
  return {
    hostName: options.hostName ?? 'HV-LAB',
    culture: world.culture,
    vms: world.machines.all,
    vm: world.machines.get,
    jobs: world.jobs.all,
    onChange: world.machines.onChange,
    createCheckpoint: (vmId, name, onJob) => createCheckpoint(world, vmId, name, onJob),
    applyCheckpoint: (vmId, checkpointId, onJob) => applyCheckpoint(world, vmId, checkpointId, onJob),
    renameCheckpoint: (vmId, checkpointId, name) => renameCheckpoint(world, vmId, checkpointId, name),
    setCheckpointNotes: (vmId, checkpointId, notes) => setCheckpointNotes(world, vmId, checkpointId, notes),
    exportCheckpoint: (vmId, checkpointId, folder, onJob) =>
      exportCheckpoint(world, vmId, checkpointId, folder, onJob),
    removeCheckpoint: (vmId, checkpointId, withSubtree, onJob) =>
      removeCheckpoint(world, vmId, checkpointId, withSubtree, onJob),
    changeSettings: (vmId, changes) => changeSettings(world, vmId, changes),
    enableBackupService: (vmId) => enableBackupService(world, vmId),
    changePower: (vmId, action) => changePower(world, vmId, action),
    cancelJob: (jobId) => cancelJob(world, jobId),
    startBackup: (vmId) => startBackup(world, vmId),
    folder: world.folders.get,
    drives: world.folders.drives,
    volumes: world.storage.volumes,
    files: world.storage.files,
    events: world.log.all,
    setBackupService: (vmId, changes) => {
      setBackupService(world, vmId, changes)
    },
    stop: world.pacing.stop,
  }
}
