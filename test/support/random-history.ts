import fc from 'fast-check'
import type { PowerAction } from '#contract/eligibility'
import { CheckpointType, type Vm } from '#contract/model'
import type { Verdict } from '#contract/verdict'
import type { LabMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import { SimulatedError, type SimulatedVm } from '../../electron/hyperv/simulated/simulation.ts'
import type { SimulatedMachine } from './simulated-machine.ts'

/** What may happen to a machine between two checkpoints. */
export type Step =
  | { readonly do: 'take' }
  | { readonly do: 'power'; readonly action: PowerAction; readonly isWaitedFor: boolean }
  | { readonly do: 'policy'; readonly type: CheckpointType }
  | { readonly do: 'service'; readonly service: Partial<SimulatedVm['vss']> }
  | { readonly do: 'delete'; readonly which: number; readonly withSubtree: boolean }

/** A machine as it was made, and what was done with it since, by the app or by somebody else. */
export interface RandomHistory {
  readonly machine: Partial<LabMachine>
  readonly steps: readonly Step[]
}

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
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('delete' as const),
      which: fc.nat({ max: 3 }),
      withSubtree: fc.boolean(),
    }),
  },
)

/** Most machines are as usual; what would refuse everything is rare, so that there is something to compare. */
const machine: fc.Arbitrary<Partial<LabMachine>> = fc
  .record({
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
  // Hyper-V has no word for a machine that is hibernated and can’t reach its disks.
  .map((made) => (made.state === 'Hibernated' ? { ...made, isCritical: false } : made))

export const randomHistory: fc.Arbitrary<RandomHistory> = fc.record({
  machine,
  steps: fc.array(step, { maxLength: 5 }),
})

/** Does it as another tool would. What Hyper-V refuses is no fault of the history. */
export async function carryOut({ simulation, clock, vmId, vm }: SimulatedMachine, each: Step): Promise<void> {
  switch (each.do) {
    case 'take':
      await clock.settle(refusable(simulation.createCheckpoint(vmId, null)))
      return
    case 'delete': {
      const checkpoint = vm().checkpoints[each.which]
      if (checkpoint === undefined) return
      // What is to be merged afterwards goes on for as long as nobody lets time pass.
      await clock.settle(refusable(simulation.removeCheckpoint(vmId, checkpoint.id, each.withSubtree)))
      return
    }
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

/** Null where Hyper-V refused. */
export async function refusable<T>(request: Promise<T>): Promise<T | null> {
  return request.catch((error: unknown) => {
    if (error instanceof SimulatedError) return null
    throw error
  })
}

/** What came, in the words of what was said before; nothing where it was refused. */
export function kindThatCame(taken: Vm['checkpoints'][number] | undefined, before: Vm): Verdict['kind'] {
  if (taken === undefined) return 'refused'
  if (taken.isSaved === true) return 'standard'
  return before.state === 'Off' ? 'offline' : 'production'
}

function rarely(): fc.Arbitrary<boolean> {
  return fc.nat({ max: 19 }).map((n) => n === 0)
}
