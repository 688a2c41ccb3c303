import type { Clock } from '../../core/ports.ts'
import { growingMachine } from './growing-machine.ts'
import type { SimulatedVm } from './simulation.ts'

export type VmChanges = Partial<Omit<SimulatedVm, 'id'>>

/** The virtual machines, and who wants to know when one changes. */
export interface Machines {
  readonly all: () => readonly SimulatedVm[]
  /** In either case of letters, as Hyper-V takes an Id. */
  readonly get: (vmId: string) => SimulatedVm | undefined
  readonly change: (vmId: string, changes: VmChanges) => void
  /** Tells the listeners of a change that is not in the machine itself, such as a job's percent. */
  readonly touch: (vmId: string) => void
  readonly onChange: (listener: (vmId: string | null) => void) => () => void
}

/** With a clock, the files of those that run grow. */
export function createMachines(lab: readonly SimulatedVm[], clock: Clock | null): Machines {
  // Copies that stay the same objects for good: whoever holds one sees what becomes of it.
  const copy = (vm: SimulatedVm): SimulatedVm => (clock === null ? { ...vm } : growingMachine(vm, clock))
  const machines = new Map(lab.map((vm) => [vm.id, copy(vm)]))
  const listeners = new Set<{ readonly call: (vmId: string | null) => void }>()

  const touch = (vmId: string): void => {
    for (const listener of [...listeners]) listener.call(vmId)
  }
  return {
    all: () => [...machines.values()],
    get: (vmId) => machines.get(vmId.toLowerCase()),
    change: (vmId, changes) => {
      const vm = machines.get(vmId)
      if (vm === undefined) return
      // What has been written until now stays written, whatever the machine does from here on.
      Object.assign(vm, 'state' in changes ? { disks: vm.disks } : {}, changes)
      touch(vmId)
    },
    touch,
    onChange: (call) => {
      const listener = { call }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
