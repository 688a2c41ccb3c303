import type { Vm, VmId } from '#contract/model'
import type { HyperVHost } from '../../electron/core/ports.ts'

/** Milliseconds: merging a large disk may take long. */
const [patience, pause] = [60 * 60 * 1_000, 500]

export async function readMachine(host: HyperVHost, vmId: VmId): Promise<Vm> {
  const vm = await host.readVm(vmId)
  if (vm === null) throw new Error('The machine is not there any more.')
  return vm
}

/** Reads the machine again and again until it is as expected. */
export async function readUntil(host: HyperVHost, vmId: VmId, isExpected: (vm: Vm) => boolean): Promise<Vm> {
  const deadline = performance.now() + patience
  for (;;) {
    const vm = await readMachine(host, vmId)
    if (isExpected(vm)) return vm
    if (performance.now() > deadline)
      throw new Error(`It never became as expected; Hyper-V says: ${vm.statusText}`)
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
