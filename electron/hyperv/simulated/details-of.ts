import { CheckpointDetails, VmDetails } from '#contract/machine-details'
import { checkpointFiles } from './checkpoint-files.ts'
import type {
  SimulatedCheckpoint,
  SimulatedDisk,
  SimulatedHardware,
  SimulatedNetworkAdapter,
  SimulatedVm,
} from './simulation.ts'

/** What a simulated machine is made of, in the words of the contract. */
export function vmDetailsOf(vm: SimulatedVm): VmDetails {
  const isRunning = vm.state === 'Running'
  return VmDetails.parse({
    vmId: vm.id,
    hardware: hardwareDetails(vm, vm.disks, isRunning),
    memoryDemand: vm.memoryDemand === 0 ? null : vm.memoryDemand,
    isClustered: vm.isClustered,
    heartbeat: heartbeatOf(vm),
  })
}

export function checkpointDetailsOf(vm: SimulatedVm, checkpoint: SimulatedCheckpoint): CheckpointDetails {
  return CheckpointDetails.parse({
    vmId: vm.id,
    checkpointId: checkpoint.id,
    hardware: hardwareDetails(checkpoint.hardware, checkpoint.disks, false),
    files: checkpointFiles(vm, checkpoint),
  })
}

function hardwareDetails(
  hardware: SimulatedHardware,
  disks: readonly SimulatedDisk[],
  isRunning: boolean,
): VmDetails['hardware'] {
  return {
    processors: hardware.processors,
    memory: {
      startup: hardware.memoryStartup,
      isDynamic: hardware.isMemoryDynamic,
      minimum: hardware.memoryMinimum,
      maximum: hardware.memoryMaximum,
    },
    disks: disks.map(diskDetails),
    networkAdapters: hardware.networkAdapters.map((each) => adapterDetails(each, isRunning)),
  }
}

type Disk = VmDetails['hardware']['disks'][number]

function diskDetails(disk: SimulatedDisk): Disk {
  const { controllerType, controllerNumber, controllerLocation, diskNumber, isShared } = disk
  const chain = diskNumber === null ? chainOf(disk) : []
  // It is read from the file that takes the writes.
  const isReadable = chain[0] !== undefined && chain[0].size !== null
  const capacity = isReadable ? disk.size : null
  return { controllerType, controllerNumber, controllerLocation, diskNumber, isShared, capacity, chain }
}

function chainOf(disk: SimulatedDisk): Disk['chain'] {
  const files = [disk, ...disk.parents].map(({ path, fileSize }) => ({ path, size: fileSize }))
  const base = files.at(-1)
  return disk.isBaseReadable || base === undefined ? files : [...files.slice(0, -1), { ...base, size: null }]
}

function adapterDetails(
  adapter: SimulatedNetworkAdapter,
  isRunning: boolean,
): VmDetails['hardware']['networkAdapters'][number] {
  return { ...adapter, ipAddresses: isRunning ? [...adapter.ipAddresses] : [] }
}

function heartbeatOf(vm: SimulatedVm): VmDetails['heartbeat'] {
  if (vm.state === 'Running') return heartbeats[vm.heartbeat]
  return vm.state === 'Paused' ? 'paused' : 'off'
}

const heartbeats: Readonly<Record<SimulatedVm['heartbeat'], VmDetails['heartbeat']>> = {
  OkApplicationsHealthy: 'ok-applications-healthy',
  OkApplicationsCritical: 'ok-applications-critical',
  OkApplicationsUnknown: 'ok-applications-unknown',
  NoContact: 'no-contact',
}
