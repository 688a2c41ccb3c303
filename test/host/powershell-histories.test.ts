import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ErrorCode, failureOf } from '#contract/errors'
import { CheckpointId, type Vm, VmId } from '#contract/model'
import { type Verdict, verdictOf } from '#contract/verdict'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { type HostOfMany, openHostOfMany } from '../stand-in/open-host-of-many.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { type Step, carryOut, kindThatCame, randomHistory } from '../support/random-history.ts'
import { type SimulatedMachine, openSimulatedMachine } from '../support/simulated-machine.ts'
import { endOf, ignoreProgress } from './suite/workbench.ts'

const powershell = findPwsh()
const reason =
  powershell === null ? ' (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)' : ''

const number = Number(process.env.SAVEPOINT_HISTORIES ?? '300')
/** The same seed makes the same histories. */
const seed = Number(process.env.SAVEPOINT_SEED ?? Date.now() % 1_000_000)
const sameAgain = `SAVEPOINT_SEED=${String(seed)} SAVEPOINT_HISTORIES=${String(number)}`

/** So many in one test, that a long run shows how far it is; and so many machines on the host at a time. */
const ofOneTest = Math.min(number, 500)
const atATime = 20

interface History {
  readonly number: number
  readonly machine: SimulatedMachine
  readonly steps: readonly Step[]
  /** Of a step now and then, the app is who does it. */
  readonly byApp: readonly boolean[]
  readonly text: string
}

const histories: fc.Arbitrary<(number: number) => History> = fc
  .record({
    past: randomHistory,
    byApp: fc.array(
      fc.nat({ max: 5 }).map((n) => n === 0),
      { minLength: 5, maxLength: 5 },
    ),
  })
  .map(({ past: { machine, steps }, byApp }) => (number) => ({
    number,
    machine: openSimulatedMachine({ ...machine, id: idOf(number) }, { pace: 0, seed: number }),
    steps,
    byApp,
    text: JSON.stringify({ machine, steps, byApp }),
  }))

describe.skipIf(powershell === null)(`Over PowerShell${reason}`, () => {
  let opened: HostOfMany | undefined
  beforeAll(async () => {
    opened = await openHostOfMany(powershell ?? '')
  })
  afterAll(() => opened?.close())

  const made = fc.sample(histories, { seed, numRuns: number })
  it.each(startsOf(made, ofOneTest))(
    `the verdict is what then comes, whatever was done before: history %i and those after it, of ${sameAgain}`,
    async (first) => {
      const some = made.slice(first, first + ofOneTest).map((make, index) => make(first + index))
      const met = new Set<Verdict['kind']>()
      for (const from of startsOf(some, atATime)) {
        const ends = await lived(opened!, some.slice(from, from + atATime))
        expect(ends.filter(({ said, came }) => said !== came)).toEqual([])
        for (const { kind } of ends) met.add(kind)
      }
      // Fewer may well not meet each.
      if (some.length >= 100)
        expect([...met].toSorted()).toEqual(['offline', 'production', 'refused', 'standard'])
    },
    ofOneTest * 2_000,
  )
})

interface End {
  readonly kind: Verdict['kind']
  readonly said: string
  readonly came: string
  readonly history: string
}

/** What is said of each machine after its history, and what then comes of a checkpoint of it. */
async function lived({ host, have }: HostOfMany, some: readonly History[]): Promise<readonly End[]> {
  have(some.map(({ machine }) => machine))
  // One after another: one PowerShell that changes things gets quick, while four would each have to.
  for (const each of some) await live(host, each)
  const before = await readAll(host, some)
  const verdicts = await Promise.all(before.map(async (vm) => verdictOf(vm, await host.readReadiness(vm.id))))
  const takenIds: (CheckpointId | null)[] = []
  for (const { id } of before) takenIds.push(await take(host, id))
  const after = await readAll(host, some)
  for (const { machine } of some) machine.simulation.stop()
  return some.map(({ number, text }, index) => {
    const { kind } = verdicts[index]!
    const vm = before[index]!
    const taken = after[index]!.checkpoints.find(({ id }) => id === takenIds[index])
    const came = kindThatCame(taken, vm)
    return {
      kind,
      said: `${kind} in ${vm.state}`,
      came: `${came} in ${vm.state}`,
      history: `${String(number)}: ${text}`,
    }
  })
}

async function live(host: HyperVHost, { machine, steps, byApp }: History): Promise<void> {
  for (const [index, step] of steps.entries()) {
    if (byApp[index] === true) await askFor(host, machine, step)
    else await carryOut(machine, step)
  }
}

/** What the app has no word for, or would wait for, somebody else does. */
async function askFor(host: HyperVHost, machine: SimulatedMachine, step: Step): Promise<void> {
  const vmId = VmId.parse(machine.vmId)
  switch (step.do) {
    case 'take':
      await take(host, vmId)
      return
    case 'policy':
      await endOf(host.changeCheckpointPolicy(vmId, { type: step.type }))
      return
    case 'delete':
      await remove(host, machine, step)
      return
    case 'power':
      if (step.isWaitedFor) await endOf(host.changePower(vmId, step.action))
      else await carryOut(machine, step)
      return
    case 'service':
      await carryOut(machine, step)
      return
  }
}

async function remove(
  host: HyperVHost,
  { vm }: SimulatedMachine,
  { which, withSubtree }: Extract<Step, { readonly do: 'delete' }>,
): Promise<void> {
  const { id, checkpoints } = vm()
  const checkpoint = checkpoints[which]
  if (checkpoint === undefined) return
  const ref = { vmId: VmId.parse(id), checkpointId: CheckpointId.parse(checkpoint.id) }
  const remove = withSubtree ? host.deleteCheckpointSubtree : host.deleteCheckpoint
  await endOf(remove(ref, ignoreProgress))
}

/** Null where Hyper-V refuses. */
async function take(host: HyperVHost, vmId: VmId): Promise<CheckpointId | null> {
  try {
    return (await host.createCheckpoint({ vmId, name: null, notes: null }, ignoreProgress)).checkpointId
  } catch (error) {
    if (lost.has(failureOf(error).code)) throw error
    return null
  }
}

const lost: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['host-lost', 'timeout', 'outcome-unknown'])

/** In the order of the histories. */
async function readAll(host: HyperVHost, some: readonly History[]): Promise<readonly Vm[]> {
  const { vms, unread } = await host.readAll()
  expect(unread).toEqual([])
  return some.map(({ machine }) => vms.find(({ id }) => id === machine.vmId)!)
}

function startsOf(list: readonly unknown[], step: number): readonly number[] {
  return Array.from({ length: Math.ceil(list.length / step) }, (_, index) => index * step)
}

function idOf(number: number): string {
  return `5a7e00bb-1c0d-4e5a-9b03-${number.toString(16).padStart(12, '0')}`
}
