import type { Clock } from '../../core/ports.ts'
import type { SimulatedDisk, SimulatedVm } from './simulation.ts'

/**
 * A copy of the machine whose files have grown, whenever they are looked at, by what it has written since. No timer runs
 * for it, and looking changes nothing.
 */
export function growingMachine(vm: SimulatedVm, clock: Clock): SimulatedVm {
  const known = { disks: vm.disks, since: clock.monotonic() }
  const machine = { ...vm }
  return Object.defineProperty(machine, 'disks', {
    enumerable: true,
    get: () =>
      machine.state === 'Running'
        ? grownDisks(known.disks, ((clock.monotonic() - known.since) / day) * machine.writesADay)
        : known.disks,
    set: (disks: readonly SimulatedDisk[]) => {
      known.disks = disks
      known.since = clock.monotonic()
    },
  })
}

const day = 86_400_000
const block = 4_096

/** The first disk takes most of what is written. A pass-through disk has no file, and none outgrows what the guest sees. */
function grownDisks(disks: readonly SimulatedDisk[], bytes: number): readonly SimulatedDisk[] {
  const weights = disks.map(({ diskNumber }, index) => (diskNumber === null ? 1 / (index + 1) : 0))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return disks.map((disk, index) => {
    const share = whole === 0 ? 0 : (bytes * (weights[index] ?? 0)) / whole
    const grown = disk.fileSize + Math.floor(share / block) * block
    return { ...disk, fileSize: Math.max(disk.fileSize, Math.min(disk.size, grown)) }
  })
}
