import { screenOf, screenSize } from '../../electron/hyperv/simulated/screen-of.ts'
import type {
  SimulatedCheckpoint,
  SimulatedDisk,
  SimulatedHardware,
  SimulatedVm,
  Simulation,
} from '../../electron/hyperv/simulated/simulation.ts'

type Hardware = SimulatedHardware & {
  readonly disks: readonly SimulatedDisk[]
  readonly isRunning: boolean
}

/** What a machine, or one of its checkpoints, is made of; null where there is no such thing. */
export function hardwareIn(
  simulation: Simulation,
  vmId: string,
  checkpointId: string | null,
): Hardware | null {
  const vm = simulation.vm(vmId)
  if (vm === undefined) return null
  if (checkpointId === null) return { ...vm, isRunning: vm.state === 'Running' }
  const checkpoint = vm.checkpoints.find((each) => each.id === checkpointId)
  if (checkpoint === undefined) return null
  return { ...checkpoint.hardware, disks: checkpoint.disks, isRunning: false }
}

interface ScreenRequest {
  readonly settingsId: string
  readonly width: number
  readonly height: number
}

/** The pixels of the screen that belongs to settings, in Base64; null where the host draws none. */
export function screenIn(
  simulation: Simulation,
  { settingsId, width, height }: ScreenRequest,
): string | null {
  if (width !== screenSize.width || height !== screenSize.height) {
    throw new Error('The simulated host draws its screens in one size alone.')
  }
  const owner = ownerOf(simulation, settingsId.toLowerCase())
  const pixels = owner === null ? null : screenOf(owner.vm, owner.checkpoint)
  return pixels === null ? null : Buffer.from(pixels).toString('base64')
}

interface Owner {
  readonly vm: SimulatedVm
  readonly checkpoint: SimulatedCheckpoint | null
}

/** Settings have the Id of the machine or of the checkpoint that they belong to. */
function ownerOf(simulation: Simulation, id: string): Owner | null {
  const machine = simulation.vm(id)
  if (machine !== undefined) return { vm: machine, checkpoint: null }
  const owners = simulation
    .vms()
    .flatMap((vm) => vm.checkpoints.map((checkpoint): Owner => ({ vm, checkpoint })))
  return owners.find(({ checkpoint }) => checkpoint?.id === id) ?? null
}
