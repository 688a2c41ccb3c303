import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PowerAction } from '#contract/eligibility'
import { CheckpointType, type Vm, VmId } from '#contract/model'
import { type Verdict, verdictOf } from '#contract/verdict'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { createSimulatedHost } from '../../electron/hyperv/simulated/host.ts'
import type { LabMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import { SimulatedError, type SimulatedVm } from '../../electron/hyperv/simulated/simulation.ts'
import { type SimulatedMachine, openSimulatedMachine } from '../support/simulated-machine.ts'

/** What may happen to a machine between two checkpoints. */
type Step =
  | { readonly do: 'take' }
  | { readonly do: 'power'; readonly action: PowerAction; readonly isWaitedFor: boolean }
  | { readonly do: 'policy'; readonly type: CheckpointType }
  | { readonly do: 'service'; readonly service: Partial<SimulatedVm['vss']> }

const service = fc.record({
  enabled: fc.boolean(),
  status: fc.constantFrom<SimulatedVm['vss']['status'][]>('Ok', 'Degraded', 'NoContact'),
})

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Step>({ do: 'take' }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('power' as const),
      action: fc.constantFrom<PowerAction[]>('start', 'shut-down', 'turn-off', 'save', 'pause', 'resume'),
      isWaitedFor: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('policy' as const),
      type: fc.constantFrom(...CheckpointType.options),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('service' as const), service }) },
)

/** Most machines are as usual; what would refuse everything is rare, so that there is something to compare. */
const machine: fc.Arbitrary<Partial<LabMachine>> = fc.record({
  state: fc.constantFrom<SimulatedVm['state'][]>(
    'Running',
    'Running',
    'Off',
    'Saved',
    'Paused',
    'Hibernated',
  ),
  checkpointType: fc.constantFrom(...CheckpointType.options),
  vss: service,
  hasGpuPartition: rarely(),
  isCritical: rarely(),
  replication: rarely().map((isReplica) => (isReplica ? 'Replica' : 'None')),
})

it('The verdict is what then comes, whatever was done with the machine before', async () => {
  const met = new Set<Verdict['kind']>()
  await fc.assert(
    fc.asyncProperty(machine, fc.array(step, { maxLength: 5 }), async (about, steps) => {
      const bench = openSimulatedMachine(about, { pace: 0 })
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
  const taking = simulation.createCheckpoint(vmId, null).catch((error: unknown) => {
    if (error instanceof SimulatedError) return null
    throw error
  })
  const takenId = await clock.settle(taking)
  const taken = (await read(host, id)).checkpoints.find((each) => each.id === takenId)
  expect(`${verdict.kind} in ${before.state}`).toBe(`${cameOf(taken, before)} in ${before.state}`)
  return verdict.kind
}

function cameOf(taken: Vm['checkpoints'][number] | undefined, { state }: Vm): Verdict['kind'] {
  if (taken === undefined) return 'refused'
  if (taken.isSaved === true) return 'standard'
  return state === 'Off' ? 'offline' : 'production'
}

async function carryOut(
  { simulation, clock, vmId }: SimulatedMachine,
  each: Exclude<Step, { do: 'take' }>,
): Promise<void> {
  switch (each.do) {
    case 'service':
      simulation.setBackupService(vmId, each.service)
      return
    case 'policy':
      await clock.settle(refusable(simulation.changeSettings(vmId, { checkpointType: each.type })))
      return
    case 'power': {
      const changing = refusable(simulation.changePower(vmId, each.action))
      if (each.isWaitedFor) await clock.settle(changing)
      return
    }
  }
}

/** What Hyper-V refuses is no fault of the history. */
async function refusable(request: Promise<void>): Promise<void> {
  await request.catch((error: unknown) => {
    if (!(error instanceof SimulatedError)) throw error
  })
}

async function read(host: HyperVHost, vmId: VmId): Promise<Vm> {
  const vm = await host.readVm(vmId)
  if (vm === null) throw new Error('The machine is gone.')
  return vm
}

function rarely(): fc.Arbitrary<boolean> {
  return fc.nat({ max: 19 }).map((n) => n === 0)
}
