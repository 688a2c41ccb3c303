import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type DeleteForecast, forecastDelete } from '#contract/delete-forecast'
import type { DiskFile } from '#contract/machine-details'
import { CheckpointId } from '#contract/model'
import { costsOf } from '../../electron/hyperv/simulated/costs-of.ts'
import { subtreeIds } from '../../electron/hyperv/simulated/checkpoint-tree.ts'
import type { LabDisk } from '../../electron/hyperv/simulated/lab-machine.ts'
import type { LabStep } from '../../electron/hyperv/simulated/lab-past.ts'
import type { SimulatedVm } from '../../electron/hyperv/simulated/simulation.ts'
import { openSimulatedMachine, type SimulatedMachine } from '../support/simulated-machine.ts'

/** What was done with a machine: a checkpoint is named by its place among those there are, modulo their number. */
type Step =
  | { readonly do: 'take'; readonly grew: number; readonly isSaved: boolean }
  | { readonly do: 'apply' | 'drop'; readonly place: number }

// Without bias towards the first, under which no checkpoint of its own has branches.
const place = fc.noBias(fc.nat({ max: 10_000 }))
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('take' as const),
      grew: fc.double({ min: 0.01, max: 40, noNaN: true }),
      isSaved: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: place.map((each): Step => ({ do: 'apply', place: each })) },
  // What was deleted before waits to be merged still.
  { weight: 1, arbitrary: place.map((each): Step => ({ do: 'drop', place: each })) },
)

/** Which are deleted: one, with all under it or without, or any number of them in any order. */
const ask = fc.oneof(
  fc.record({ what: fc.constant('one' as const), places: fc.array(place, { minLength: 1, maxLength: 1 }) }),
  fc.record({
    what: fc.constant('subtree' as const),
    places: fc.array(place, { minLength: 1, maxLength: 1 }),
  }),
  fc.record({ what: fc.constant('several' as const), places: fc.array(place, { maxLength: 8 }) }),
)

/** Some are so small that a merge fills them. */
const disks: fc.Arbitrary<readonly LabDisk[]> = fc
  .tuple(fc.integer({ min: 24, max: 127 }), fc.boolean(), fc.boolean())
  .map(([of, hasData, hasPassThrough]) => [
    { file: 'ONE.vhdx', gigabytes: 24, of },
    ...(hasData ? [{ file: 'Data.vhd', gigabytes: 3, of: 1_000 }] : []),
    ...(hasPassThrough ? [{ file: 'PhysicalDrive2', gigabytes: 0, of: 500, diskNumber: 2 }] : []),
  ])

it('whatever is deleted of whatever tree, its files become what was forecast, in that order and within those sizes', async () => {
  const seen = { vanishing: 0, merging: 0, kept: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 24, size: 'max' }),
      disks,
      ask,
      async (steps, baseDisks, { what, places }) => {
        const machine = openSimulatedMachine({ state: 'Off', baseDisks, past: pastOf(steps) })
        const wanted = checkpointsAt(machine.vm(), places)
        const going = wanted.flatMap((id) => (what === 'subtree' ? [...subtreeIds(machine.vm(), id)] : id))
        const deleted = new Set(going.map((id) => CheckpointId.parse(id)))
        const forecast = forecastDelete(costsOf(machine.vm(), machine.simulation), deleted)
        const [before, capacities] = [filesOf(machine), capacitiesOf(machine.vm())]
        const heads = headsOf(machine.vm().checkpoints.filter(({ id }) => going.includes(id)))

        for (const id of wanted) await remove(machine, id, what === 'subtree')
        const atOnce = filesOf(machine)
        await machine.clock.advance(20_000)
        const after = filesOf(machine)
        // Hyper-V looks for what can be merged when something was deleted, and not before.
        if (wanted.length === 0) return

        expect(without(before, forecast.vanishing)).toEqual(atOnce)
        expect(replayed(atOnce, forecast, capacities)).toEqual(after)
        expect(forecast.kept.map(({ path }) => path).toSorted()).toEqual(keptOf(machine.vm(), heads, after))
        const freed = sumOf(before) - sumOf(after)
        expect(freed).toBeGreaterThanOrEqual(forecast.frees?.from ?? Infinity)
        expect(freed).toBeLessThanOrEqual(forecast.frees?.to ?? -Infinity)
        for (const key of ['vanishing', 'merging', 'kept'] as const) seen[key] += forecast[key].length
      },
    ),
    { numRuns: 2_000 },
  )
  // A forecast of nothing would agree with a host on which nothing happens.
  expect(Object.values(seen).map((count) => count > 80)).toEqual([true, true, true])
}, 60_000)

function pastOf(steps: readonly Step[]): readonly LabStep[] {
  const names: string[] = []
  return steps.flatMap((each, index): LabStep[] => {
    if (each.do === 'take') {
      names.push(String(index))
      const { grew, isSaved } = each
      return [{ take: String(index), ago: (steps.length - index) * 60_000, grew, isSaved }]
    }
    const at = each.place % Math.max(1, names.length)
    const [name] = each.do === 'drop' ? names.splice(at, 1) : names.slice(at, at + 1)
    if (name === undefined) return []
    return [each.do === 'drop' ? { drop: name } : { apply: name }]
  })
}

/** Each once, in the order asked for. */
function checkpointsAt({ checkpoints }: SimulatedVm, places: readonly number[]): readonly string[] {
  return [...new Set(places.flatMap((each) => checkpoints[each % checkpoints.length]?.id ?? []))]
}

function remove(
  { simulation, clock, vmId }: SimulatedMachine,
  id: string,
  withSubtree: boolean,
): Promise<void> {
  return clock.settle(simulation.removeCheckpoint(vmId, id, withSubtree))
}

/** What the host has, by path. */
type Files = Readonly<Record<string, number>>

function filesOf({ simulation }: SimulatedMachine): Files {
  return Object.fromEntries(simulation.files().map(({ path, size }) => [path, size]))
}

function without(files: Files, gone: readonly DiskFile[]): Files {
  const paths = new Set(gone.map(({ path }) => path))
  return Object.fromEntries(Object.entries(files).filter(([path]) => !paths.has(path)))
}

/** The merges that were forecast, in their order, as the simulated host carries one out: another order gives other sizes. */
function replayed(files: Files, { merging, volumes }: DeleteForecast, capacities: Files): Files {
  let sizes = files
  const start = sumOf(sizes)
  let most = 0
  for (const { file, into, writes } of merging) {
    const [child, parent] = [sizes[file.path] ?? NaN, sizes[into.path] ?? NaN]
    const grown = Math.min(capacities[into.path] ?? NaN, parent + Math.floor(child * 0.6))
    const both = { ...sizes, [into.path]: Math.max(parent, grown) }
    most = Math.max(most, sumOf(both) - start)
    sizes = without(both, [file])
    expect(writes?.from).toBeLessThanOrEqual(child)
    expect(writes?.to).toBeGreaterThanOrEqual(child)
  }
  const drive = volumes.find(({ root }) => root === 'D:\\')
  expect(drive?.needs?.from).toBeLessThanOrEqual(most)
  expect(drive?.needs?.to).toBeGreaterThanOrEqual(most)
  return sizes
}

/** How much the guest sees of the disk that a file belongs to. */
function capacitiesOf({ disks, checkpoints }: SimulatedVm): Files {
  const all = [disks, ...checkpoints.map((each) => each.disks)].flat()
  return Object.fromEntries(
    all.flatMap((disk) => [disk, ...disk.parents].map(({ path }) => [path, disk.size])),
  )
}

function headsOf(checkpoints: SimulatedVm['checkpoints']): readonly string[] {
  return checkpoints.flatMap((each) => each.disks.map(({ path }) => path))
}

/** What the deleted checkpoints began with, that is there still, and that nobody begins with: but for the base disks. */
function keptOf(vm: SimulatedVm, heads: readonly string[], after: Files): readonly string[] {
  const begun = new Set([...vm.disks.map(({ path }) => path), ...headsOf(vm.checkpoints)])
  return [...new Set(heads)]
    .filter((path) => path in after && !begun.has(path) && /\.avhdx?$/.test(path))
    .toSorted()
}

function sumOf(files: Files): number {
  return Object.values(files).reduce((sum, size) => sum + size, 0)
}
