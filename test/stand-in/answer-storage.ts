import { z } from 'zod'
import type { SimulatedDisk, SimulatedFile, Simulation } from '../../electron/hyperv/simulated/simulation.ts'

export const StorageRequest = z.discriminatedUnion('call', [
  z.object({ call: z.literal('volumes') }),
  z.object({ call: z.literal('disk-uses') }),
  z.object({ call: z.literal('folder-files'), path: z.string() }),
  z.object({ call: z.literal('events'), since: z.number() }),
])

/** What the module asked of the drives and the log of the simulated host. */
export function answerStorage(simulation: Simulation, request: z.infer<typeof StorageRequest>): unknown {
  switch (request.call) {
    case 'volumes':
      return simulation.volumes()
    case 'disk-uses':
      return diskUses(simulation)
    case 'folder-files':
      return filesIn(simulation, request.path)
    case 'events':
      return eventsSince(simulation, request.since)
  }
}

/** What WMI's settings of machines and checkpoints name as the files of their drives. */
interface DiskUse {
  readonly settingsId: string
  readonly location: number
  readonly path: string
  /** Or the image of a compact disc. */
  readonly isDisk: boolean
  /** It belongs to a checkpoint whose files are missing. */
  readonly isMissing: boolean
}

function diskUses(simulation: Simulation): readonly DiskUse[] {
  const uses = simulation
    .vms()
    .flatMap((vm) => [
      ...usesOf(vm, false),
      ...vm.checkpoints.flatMap((each) => usesOf(each, each.type === 'Missing')),
    ])
  const discs = simulation.vms().slice(0, 1)
  return [
    ...uses,
    ...discs.map(({ id }) => ({ settingsId: id, location: 63, path: disc, isDisk: false, isMissing: false })),
  ]
}

const disc = 'D:\\ISO\\Setup.iso'

function usesOf(
  { id, disks }: { readonly id: string; readonly disks: readonly SimulatedDisk[] },
  isMissing: boolean,
): readonly DiskUse[] {
  return disks
    .filter(({ diskNumber }) => diskNumber === null)
    .map(({ path, controllerLocation }) => ({
      settingsId: id,
      location: controllerLocation,
      path,
      isDisk: true,
      isMissing,
    }))
}

function filesIn(simulation: Simulation, folder: string): readonly SimulatedFile[] {
  const start = folder.toLowerCase()
  return simulation.files().filter(({ path }) => {
    const end = path.lastIndexOf('\\') + 1
    return path.slice(0, end).toLowerCase() === start
  })
}

/** The newest first, each with the values that its text was made of. */
function eventsSince(simulation: Simulation, since: number): readonly object[] {
  return simulation
    .events()
    .filter(({ at }) => at >= since)
    .map(({ vmId, at, message }) => ({
      at,
      message,
      values: [simulation.vm(vmId)?.name ?? '', vmId.toUpperCase()],
    }))
    .toReversed()
}
