import type {
  CheckpointDetails,
  Disk,
  Hardware,
  NetworkAdapter,
  Thumbnail,
  VmDetails,
} from '#contract/machine-details'
import type { CheckpointId } from '#contract/model'
import { checkpointId, vmId } from './examples.ts'

const gigabyte = 1_073_741_824
const folder = 'D:\\Virtual Machines\\WIN11-TEST'

export function exampleDisk(files: readonly string[], changes: Partial<Disk> = {}): Disk {
  return {
    controllerType: 'SCSI',
    controllerNumber: 0,
    controllerLocation: 0,
    diskNumber: null,
    isShared: false,
    capacity: 127 * gigabyte,
    chain: files.map((name, index) => ({ path: `${folder}\\${name}`, size: (index + 1) * gigabyte })),
    ...changes,
  }
}

export function exampleAdapter(changes: Partial<NetworkAdapter> = {}): NetworkAdapter {
  return {
    name: 'Network Adapter',
    switchName: 'Default Switch',
    macAddress: '00155D010A0B',
    isMacAddressDynamic: true,
    ipAddresses: [],
    ...changes,
  }
}

export function exampleHardware(changes: Partial<Hardware> = {}): Hardware {
  return {
    processors: 4,
    memory: { startup: 4 * gigabyte, isDynamic: true, minimum: 0.5 * gigabyte, maximum: 8 * gigabyte },
    disks: [exampleDisk(['WIN11_3.avhdx', 'WIN11_2.avhdx', 'WIN11.vhdx'])],
    networkAdapters: [exampleAdapter({ ipAddresses: ['192.168.1.20', 'fe80::1'] })],
    ...changes,
  }
}

/** Of the first machine, the one with the tree: Now stands on "Office and tools installed", that on "Clean install". */
export function exampleVmDetails(changes: Partial<VmDetails> = {}): VmDetails {
  return {
    vmId: vmId(1),
    hardware: exampleHardware(),
    memoryDemand: 3 * gigabyte,
    isClustered: false,
    heartbeat: 'ok-applications-healthy',
    ...changes,
  }
}

const chains = new Map<CheckpointId, readonly string[]>([
  [checkpointId(1), ['WIN11.vhdx']],
  [checkpointId(2), ['WIN11_2.avhdx', 'WIN11.vhdx']],
])

export function exampleCheckpointDetails(
  id: CheckpointId,
  changes: Partial<CheckpointDetails> = {},
): CheckpointDetails {
  return {
    vmId: vmId(1),
    checkpointId: id,
    hardware: exampleHardware({
      disks: [exampleDisk(chains.get(id) ?? ['WIN11_9.avhdx', 'WIN11.vhdx'])],
      networkAdapters: [exampleAdapter()],
    }),
    files: [
      { path: `${folder}\\Snapshots\\A.vmcx`, size: 32_768 },
      { path: `${folder}\\Snapshots\\A.vmrs`, size: 8 * gigabyte },
    ],
    ...changes,
  }
}

/** Red, green, blue and white. */
export const exampleThumbnail: Thumbnail = {
  width: 2,
  height: 2,
  pixels: btoa(String.fromCharCode(0x00, 0xf8, 0xe0, 0x07, 0x1f, 0x00, 0xff, 0xff)),
}
