import type { VmCosts } from '#contract/machine-costs'
import { exampleDisk } from './example-details.ts'
import { checkpointId, vmId } from './examples.ts'

const gigabyte = 1_073_741_824

/**
 * Of the first machine, the one with the tree. Each file is as many gigabytes large as its place in the chain, from 1 on;
 * "Office and tools installed" holds 8 GB of memory.
 */
export function exampleVmCosts(changes: Partial<VmCosts> = {}): VmCosts {
  return {
    vmId: vmId(1),
    disks: [disk(['WIN11_3.avhdx', 3], ['WIN11_2.avhdx', 2], ['WIN11.vhdx', 30])],
    checkpoints: [
      { checkpointId: checkpointId(1), files: [state(1, 0.5)], disks: [disk(['WIN11.vhdx', 30])] },
      {
        checkpointId: checkpointId(2),
        files: [state(2, 8)],
        disks: [disk(['WIN11_2.avhdx', 2], ['WIN11.vhdx', 30])],
      },
      {
        checkpointId: checkpointId(3),
        files: [state(3, 4)],
        disks: [disk(['WIN11_4.avhdx', 1], ['WIN11_2.avhdx', 2], ['WIN11.vhdx', 30])],
      },
      {
        checkpointId: checkpointId(4),
        files: [state(4, 0.25)],
        disks: [disk(['WIN11_5.avhdx', null], ['WIN11.vhdx', 30])],
      },
    ],
    volumes: [{ root: 'D:\\', size: 1_800 * gigabyte, free: 212 * gigabyte }],
    ...changes,
  }
}

function disk(...files: readonly (readonly [name: string, gigabytes: number | null])[]): VmCosts['disks'][0] {
  return exampleDisk([], {
    chain: files.map(([name, size]) => ({
      path: `D:\\Virtual Machines\\WIN11-TEST\\${name}`,
      size: size === null ? null : size * gigabyte,
    })),
  })
}

function state(number: number, gigabytes: number): VmCosts['checkpoints'][0]['files'][0] {
  return { path: `D:\\Virtual Machines\\Snapshots\\${String(number)}.vmrs`, size: gigabytes * gigabyte }
}
