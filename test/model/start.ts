import fc from 'fast-check'
import { CheckpointType } from '#contract/model'
import { type LabMachine, labMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import type { LabStep } from '../../electron/hyperv/simulated/lab-past.ts'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'
import type { AppModel } from './app-model.ts'
import { modelOf } from './truth.ts'

/** The host as it is when a history begins, and how long a delete can be undone. */
export interface Start {
  readonly machines: readonly LabMachine[]
  readonly undoSeconds: number
  /** How long Hyper-V takes, against how long it would. */
  readonly pace: number
}

const counts = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 7, 49]

const past: fc.Arbitrary<readonly LabStep[]> = fc
  .tuple(
    // Now and then so many that the most of them is near.
    fc.nat({ max: 19 }).map((n) => counts[n] ?? 0),
    fc.array(fc.nat({ max: 5 }), { maxLength: 6 }),
    fc.boolean(),
  )
  .map(([count, applied, isSaved]) =>
    Array.from({ length: count }, (_, index): readonly LabStep[] => {
      const take = { take: nameOf(index), ago: (60 - index) * 60_000, isSaved: isSaved && index % 2 === 0 }
      const earlier = applied[index]
      return earlier === undefined ? [take] : [take, { apply: nameOf(Math.min(index, earlier)) }]
    }).flat(),
  )

/** Most are as usual; what would refuse everything is rare, so that there is something to compare. */
const rarely = fc.nat({ max: 19 }).map((n) => n === 19)
const machine = fc.record({
  state: fc.constantFrom(
    'Running' as const,
    'Running' as const,
    'Off' as const,
    'Saved' as const,
    'Paused' as const,
  ),
  checkpointType: fc.constantFrom(...CheckpointType.options.filter((each) => each !== 'Disabled')),
  automaticCheckpoints: fc.boolean(),
  vss: fc.record({
    enabled: fc.constant(true),
    status: fc.constantFrom('Ok' as const, 'Degraded' as const, 'NoContact' as const),
  }),
  hasGpuPartition: rarely,
  isCritical: rarely,
  past,
})

export const machines: fc.Arbitrary<Start['machines']> = fc.tuple(machine, machine).map(([one, two]) => [
  { ...one, id: '5a7e00aa-1c0d-4e5a-9b03-00000000d001', name: 'ONE' },
  { ...two, id: '5a7e00aa-1c0d-4e5a-9b03-00000000d002', name: 'TWO' },
])

export const start: fc.Arbitrary<Start> = fc.record({
  machines,
  undoSeconds: fc.constantFrom(0, 0, 3, 8),
  // The faster, the fewer readings while it works, and the more histories in the same time.
  pace: fc.nat({ max: 9 }).map((n) => (n === 9 ? 1 : 0.004)),
})

export interface Real {
  app: AppOnLab
}

export async function begin({
  machines,
  undoSeconds,
  pace,
}: Start): Promise<{ model: AppModel; real: Real }> {
  const lab = machines.map((each) => labMachine(each, Date.UTC(2026, 10, 21, 9)))
  const app = await openAppOnLab({ lab, pace, settings: { undoSeconds } })
  const vms = app.simulation.vms().map(modelOf)
  return { model: { vms, waiting: [], goneBack: [], accepted: 0 }, real: { app } }
}

function nameOf(index: number): string {
  return `Number ${String(index)}`
}
