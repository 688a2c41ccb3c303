import type { VmCosts } from '#contract/machine-costs'
import type { Disk } from '#contract/machine-details'
import { exampleCheckpointId, exampleVm } from './example-vm.ts'

export const gigabyte = 1024 ** 3

type Files = readonly (readonly [name: string, gigabytes: number | null])[]

/** A disk of 100 GB from the file that takes the writes to its base, each by its name without a folder. */
export function exampleDisk(files: Files, change: Partial<Disk> = {}): Disk {
  return {
    controllerType: 'SCSI',
    controllerNumber: 0,
    controllerLocation: 0,
    diskNumber: null,
    isShared: false,
    capacity: 100 * gigabyte,
    chain: files.map(([name, size]) => ({
      path: `D:\\Disks\\${name}`,
      size: size === null ? null : size * gigabyte,
    })),
    ...change,
  }
}

/** A machine with its disks as they are now, and checkpoints of 1 GB of state each with its own. */
export function exampleCosts(
  now: readonly Disk[],
  checkpoints: readonly (readonly Disk[])[],
  free: number | null = 1_000,
): VmCosts {
  return {
    vmId: exampleVm().id,
    disks: [...now],
    checkpoints: checkpoints.map((disks, index) => ({
      checkpointId: exampleCheckpointId(index + 1),
      files: [{ path: `C:\\State\\${String(index + 1)}.vmrs`, size: gigabyte }],
      disks: [...disks],
    })),
    volumes: [
      { root: 'C:\\', size: 200 * gigabyte, free: 50 * gigabyte },
      { root: 'D:\\', size: 4_000 * gigabyte, free: free === null ? null : free * gigabyte },
    ],
  }
}
