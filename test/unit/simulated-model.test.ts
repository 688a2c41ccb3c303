import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PowerAction } from '#contract/eligibility'
import type { CheckpointType } from '#contract/model'
import { canMergeDisks } from '../../electron/hyperv/simulated/disk-chains.ts'
import { SimulatedError } from '../../electron/hyperv/simulated/simulation.ts'
import type { SimulatedDisk, SimulatedVm } from '../../electron/hyperv/simulated/simulation.ts'
import { openSimulatedMachine } from '../support/simulated-machine.ts'
import type { SimulatedMachine } from '../support/simulated-machine.ts'

/** Anything one may ask of a machine, and time between. A checkpoint is named by its place in the list, modulo its length. */
type Step =
  | { readonly do: 'create' | 'backup' }
  | { readonly do: 'apply' | 'rename' | 'export' | 'remove' | 'removeSubtree'; readonly place: number }
  | { readonly do: 'power'; readonly action: PowerAction }
  | { readonly do: 'policy'; readonly type: CheckpointType }
  | { readonly do: 'wait'; readonly milliseconds: number }

type Request = Exclude<Step, { readonly do: 'wait' }>

const place = fc.nat({ max: 60 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Step>({ do: 'create' }) },
  { weight: 4, arbitrary: place.map((each): Step => ({ do: 'apply', place: each })) },
  { weight: 3, arbitrary: place.map((each): Step => ({ do: 'remove', place: each })) },
  { weight: 1, arbitrary: place.map((each): Step => ({ do: 'removeSubtree', place: each })) },
  { weight: 1, arbitrary: place.map((each): Step => ({ do: 'rename', place: each })) },
  { weight: 1, arbitrary: place.map((each): Step => ({ do: 'export', place: each })) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'backup' }) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom<PowerAction[]>('start', 'shut-down', 'turn-off', 'save', 'pause', 'resume')
      .map((action): Step => ({ do: 'power', action })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<CheckpointType[]>('Production', 'ProductionOnly', 'Standard', 'Disabled')
      .map((type): Step => ({ do: 'policy', type })),
  },
  {
    weight: 4,
    arbitrary: fc.nat({ max: 30_000 }).map((milliseconds): Step => ({ do: 'wait', milliseconds })),
  },
)

it('whatever is asked of a machine, in whatever order, its tree and its disks stay whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.boolean(), async (steps, isPatient) => {
      const machine = openSimulatedMachine({ state: 'Running', automaticCheckpoints: true })
      const faults: string[] = []
      machine.simulation.onChange(() => faults.push(...faultsIn(machine.vm())))
      for (const each of steps) await carryOut(machine, each, isPatient)
      await machine.clock.advance(120_000)
      expect([faults, unfinished(machine)]).toEqual([[], []])
    }),
    { numRuns: 150 },
  )
}, 60_000)

it('however many checkpoints are asked for, there are never more than fifty', async () => {
  const machine = openSimulatedMachine({ state: 'Off' })
  const asks = Array.from({ length: 60 }, (): Step => ({ do: 'create' }))
  for (const each of asks) await carryOut(machine, each, true)
  expect(machine.vm().checkpoints).toHaveLength(50)
})

/** A patient caller waits for each answer; another asks for the next thing at once. */
async function carryOut(machine: SimulatedMachine, each: Step, isPatient: boolean): Promise<void> {
  if (each.do === 'wait') {
    await machine.clock.advance(each.milliseconds)
    return
  }
  const answered = ask(machine, each).catch((error: unknown) => {
    if (!(error instanceof SimulatedError)) throw error
  })
  if (isPatient) await machine.clock.settle(answered)
}

function ask({ simulation, vm, vmId }: SimulatedMachine, each: Request): Promise<unknown> {
  const { checkpoints } = vm()
  const at = 'place' in each && checkpoints.length > 0 ? each.place % checkpoints.length : 0
  const checkpointId = checkpoints[at]?.id ?? '00000000-0000-4000-8000-000000000000'
  switch (each.do) {
    case 'create':
      return simulation.createCheckpoint(vmId, null)
    case 'backup':
      return simulation.startBackup(vmId)
    case 'apply':
      return simulation.applyCheckpoint(vmId, checkpointId)
    case 'rename':
      return simulation.renameCheckpoint(vmId, checkpointId, 'The same name')
    case 'export':
      return simulation.exportCheckpoint(vmId, checkpointId, 'D:\\Exports')
    case 'remove':
    case 'removeSubtree':
      return simulation.removeCheckpoint(vmId, checkpointId, each.do === 'removeSubtree')
    case 'power':
      return simulation.changePower(vmId, each.action)
    case 'policy':
      return simulation.changeSettings(vmId, { checkpointType: each.type })
  }
}

/** What must never be true of a machine, in words; empty while all is well. */
function faultsIn(vm: SimulatedVm): readonly string[] {
  const ids = vm.checkpoints.map((each) => each.id)
  const known = new Set<string | null>([...ids, null])
  const heads = [vm.disks, ...vm.checkpoints.map((each) => each.disks)].flat()
  return [
    ...(known.size === ids.length + 1 ? [] : ['an Id is there twice']),
    ...(ids.length <= 50 ? [] : ['there are more than fifty checkpoints']),
    ...(known.has(vm.parentCheckpointId) ? [] : ['Now hangs under nothing that is there']),
    ...vm.checkpoints
      .filter((each) => !known.has(each.parentId))
      .map((each) => `${each.id} hangs in the air`),
    ...vm.checkpoints.filter((each) => isOnCycle(vm, each.id)).map((each) => `${each.id} hangs under itself`),
    ...heads.filter((disk) => chainOf(disk).at(-1) !== base).map((disk) => `${disk.path} has lost its base`),
    ...heads.filter(hasRepetition).map((disk) => `${disk.path} hangs under itself`),
    ...(vm.disks.length === 1 ? [] : ['Now has lost its disk']),
    ...(ownedTwice(vm) ? ['Now writes to a file that a checkpoint keeps'] : []),
  ]
}

/** What should be over two minutes after the last request. */
function unfinished({ simulation, vm }: SimulatedMachine): readonly string[] {
  const running = simulation.jobs().filter((job) => job.state === 'Running')
  return [
    ...running.map((job) => `job ${String(job.type)} still runs`),
    ...(vm().operationalStatus.length === 1 ? [] : [`status is ${vm().operationalStatus.join()}`]),
    ...(canMergeDisks(vm()) ? ['files are left that nobody needs'] : []),
  ]
}

const base = 'D:\\Hyper-V\\Virtual Hard Disks\\ONE.vhdx'

function chainOf(disk: SimulatedDisk): readonly string[] {
  return [disk.path, ...disk.parents.map((each) => each.path)]
}

function hasRepetition(disk: SimulatedDisk): boolean {
  return new Set(chainOf(disk)).size !== chainOf(disk).length
}

function ownedTwice(vm: SimulatedVm): boolean {
  const kept = new Set(vm.checkpoints.flatMap((each) => each.disks.map((disk) => disk.path)))
  return vm.disks.some((disk) => kept.has(disk.path))
}

function isOnCycle(vm: SimulatedVm, id: string): boolean {
  const parents = new Map(vm.checkpoints.map((each) => [each.id, each.parentId]))
  const walked = new Set<string>()
  for (let at = parents.get(id) ?? null; at !== null && !walked.has(at); at = parents.get(at) ?? null) {
    if (at === id) return true
    walked.add(at)
  }
  return false
}
