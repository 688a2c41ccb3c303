import type { VmCosts } from '#contract/machine-costs'
import type { Disk } from '#contract/machine-details'
import type { Checkpoint, CheckpointId, Vm } from '#contract/model'

const gigabyte = 1024 ** 3

/** The files of a machine as its tree has them: each checkpoint's disk builds on that of the one before. */
export function largeCosts({ id, checkpoints, parentCheckpointId }: Vm): VmCosts {
  const byId = new Map(checkpoints.map((each) => [each.id, each]))
  return {
    vmId: id,
    disks: [diskOf('now', parentCheckpointId, byId)],
    checkpoints: checkpoints.map((each) => ({
      checkpointId: each.id,
      files: [{ path: `D:\\State\\${each.id}.vmrs`, size: gigabyte }],
      disks: [diskOf(each.id, each.parentId, byId)],
    })),
    volumes: [{ root: 'D:\\', size: 90_000 * gigabyte, free: 60_000 * gigabyte }],
  }
}

function diskOf(
  name: string,
  above: CheckpointId | null,
  checkpoints: ReadonlyMap<CheckpointId, Checkpoint>,
): Disk {
  const chain = [file(`${name}.avhdx`)]
  for (let next = above; next !== null; next = checkpoints.get(next)?.parentId ?? null)
    chain.push(file(`${next}.avhdx`))
  return {
    ...{ controllerType: 'SCSI', controllerNumber: 0, controllerLocation: 0, diskNumber: null },
    ...{ isShared: false, capacity: 100 * gigabyte, chain: [...chain, file('base.vhdx')] },
  }
}

function file(name: string): { readonly path: string; readonly size: number } {
  return { path: `D:\\Disks\\${name}`, size: gigabyte }
}
