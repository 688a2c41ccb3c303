import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Vm, VmId } from '#contract/model'
import { type Verdict, verdictOf } from '#contract/verdict'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { createSimulatedHost } from '../../electron/hyperv/simulated/host.ts'
import { carryOut, kindThatCame, randomHistory, refusable } from '../support/random-history.ts'
import { type SimulatedMachine, openSimulatedMachine } from '../support/simulated-machine.ts'

it('The verdict is what then comes, whatever was done with the machine before', async () => {
  const met = new Set<Verdict['kind']>()
  await fc.assert(
    fc.asyncProperty(randomHistory, async ({ machine, steps }) => {
      const bench = openSimulatedMachine(machine, { pace: 0 })
      const host = createSimulatedHost(bench.simulation, bench.clock)
      for (const each of [...steps, { do: 'take' } as const]) {
        if (each.do === 'take') met.add(await compared(bench, host))
        else await carryOut(bench, each)
      }
      bench.simulation.stop()
    }),
    { numRuns: 10_000 },
  )
  expect([...met].toSorted()).toEqual(['offline', 'production', 'refused', 'standard'])
}, 60_000)

/** Takes a checkpoint, and answers the verdict, which came true. */
async function compared(
  { simulation, clock, vmId }: SimulatedMachine,
  host: HyperVHost,
): Promise<Verdict['kind']> {
  const id = VmId.parse(vmId)
  const before = await read(host, id)
  const verdict = verdictOf(before, await host.readReadiness(id))
  const takenId = await clock.settle(refusable(simulation.createCheckpoint(vmId, null)))
  const taken = (await read(host, id)).checkpoints.find((each) => each.id === takenId)
  expect(`${verdict.kind} in ${before.state}`).toBe(`${kindThatCame(taken, before)} in ${before.state}`)
  return verdict.kind
}

async function read(host: HyperVHost, vmId: VmId): Promise<Vm> {
  const vm = await host.readVm(vmId)
  if (vm === null) throw new Error('The machine is gone.')
  return vm
}
