import { expect, it, onTestFinished } from 'vitest'
import { defaultAppSettings } from '#contract/default-settings'
import { machineHealth } from '#contract/health'
import { VmId } from '#contract/model'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { createSimulatedHost } from '../../electron/hyperv/simulated/host.ts'
import { type SimulatedMachine, openSimulatedMachine } from '../support/simulated-machine.ts'

it('A merge that a restart of the host interrupted is found by the files that are left, until Hyper-V takes it up', async () => {
  const machine = openSimulatedMachine()
  const id = await machine.take('Deleted')
  await machine.take('Kept')
  await machine.clock.settle(machine.simulation.removeCheckpoint(machine.vmId, id, false))
  await machine.clock.advance(5_000)
  machine.simulation.stop()
  await machine.clock.advance(0)
  expect(await found(machine, false)).toEqual([
    'A file of its disks waits to be merged. What waits takes room until then. Hyper-V does that by itself; where it does not, its log on the host says why.',
  ])
  expect(await found(machine, true)).toEqual([])
})

/** What is said of the machine after the host was started again, and half a minute has passed. */
async function found({ simulation: before, clock, vmId }: SimulatedMachine, life: boolean) {
  const simulation = createSimulation({ lab: before.vms(), clock, life })
  onTestFinished(simulation.stop)
  const host = createSimulatedHost(simulation, clock)
  await clock.advance(30_000)
  const id = VmId.parse(vmId)
  const vm = await host.readVm(id)
  if (vm === null) throw new Error('The machine is gone.')
  const costs = new Map([[id, await host.readCosts(id)]])
  const { thresholds } = defaultAppSettings
  return machineHealth(vm, { records: new Map(), costs, thresholds, now: clock.now() }).map(
    ({ sentence }) => sentence,
  )
}
