import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Operation, Vm, VmId } from '#contract/model'
import { createFaults } from '../../electron/hyperv/simulated/faults.ts'
import { type LabMachine, labMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import { type MachineTruth, shownOf, truthOf, wrongAfter } from '../support/aftermath.ts'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'
import { type FaultPlan, faultPlans, seedOfRun } from '../support/fault-plan.ts'
import { faultyHost } from '../support/faulty-host.ts'
import { faultySimulation } from '../support/faulty-simulation.ts'
import { type Ledger, createLedger } from '../support/ledger.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { passUntil } from '../support/pass-until.ts'
import { type RandomWish, type Request, policyWished, randomWish, requestOf } from '../support/random-wish.ts'

const number = Number(process.env.SAVEPOINT_PLANS ?? '300')
const seed = seedOfRun()

const past = [
  { take: 'Base', ago: 7_200_000 },
  { take: 'Later', ago: 3_600_000 },
]
const machines: readonly LabMachine[] = [
  { id: '5a7e00cc-1c0d-4e5a-9b03-000000000001', name: 'RUNNING', state: 'Running', past },
  { id: '5a7e00cc-1c0d-4e5a-9b03-000000000002', name: 'OFF', state: 'Off', past },
  { id: '5a7e00cc-1c0d-4e5a-9b03-000000000003', name: 'PAUSED', state: 'Paused', checkpointType: 'Standard' },
]

/** In each round every machine gets a wish, all at the same moment. */
const story = fc.record({
  plan: faultPlans,
  rounds: fc.array(fc.tuple(randomWish, randomWish, randomWish), { minLength: 1, maxLength: 4 }),
})

it(
  `Whatever goes wrong, the list is true in the end, nobody is told what is not so, and nothing is sent twice: SAVEPOINT_SEED=${String(seed)}`,
  async () => {
    const ends = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(story, async ({ plan, rounds }) => {
        const scene = await open(plan)
        for (const [index, wishes] of rounds.entries()) {
          const told = await lived(scene, wishes, index)
          expect(told.flatMap(({ wrong }) => wrong)).toEqual([])
          for (const { end } of told) ends.set(end, (ends.get(end) ?? 0) + 1)
        }
        expect(scene.unanswered.size).toBe(0)
        await scene.app.close()
      }),
      { numRuns: number, seed },
    )
    // Fewer may well not meet each.
    if (number >= 300) expect([...ends.keys()].toSorted()).toEqual(['done', 'failed', 'refused', 'unknown'])
  },
  number * 200,
)

interface Scene {
  readonly app: AppOnLab
  readonly ledger: Ledger
  readonly unanswered: Set<Request>
}

async function open(plan: FaultPlan): Promise<Scene> {
  const [faults, ledger] = [createFaults(), createLedger()]
  const now = createManualClock().now()
  const app = await openAppOnLab(
    {
      lab: machines.map((machine) => labMachine(machine, now)),
      faults,
      seenAs: (simulation, clock) => faultySimulation({ simulation, faults, clock }, plan),
    },
    (host) => faultyHost(ledger.wrap(host), plan),
  )
  return { app, ledger, unanswered: new Set() }
}

interface Told {
  readonly end: Operation['state'] | 'refused'
  readonly wrong: readonly string[]
}

/** One round: every machine gets its wish, and all is looked at when everything is at rest. */
async function lived(scene: Scene, wishes: readonly RandomWish[], round: number): Promise<readonly Told[]> {
  const { app, ledger } = scene
  const list = await app.call('vm.list', {})
  const { session } = await app.call('app.session', {})
  const asked = wishes.flatMap((wish, index) => {
    const vm = list[index]!
    const request = requestOf(wish, vm, session, round * 10 + index)
    return request === null ? [] : [{ wish, vmId: vm.id, request, before: truthIn(app, vm.id) }]
  })
  const arrivedBefore = ledger.entries.length
  const replies = asked.map(({ request }) => accepted(scene, request))
  await passUntil(app.clock, 1_000, async () => scene.unanswered.size === 0 && (await isAtRest(app)))
  const operations = await app.call('operation.list', {})
  const shown = await app.call('vm.list', {})
  const ids = await Promise.all(replies)
  return asked.map(({ wish, vmId, before }, index) => {
    const operation = operations.find(({ id }) => id === ids[index]) ?? null
    const arrived = ledger.entries.slice(arrivedBefore).filter((each) => each.vmId === vmId)
    const seen = { now: truthIn(app, vmId), shown: inList(shown, vmId) }
    const isServiceOffered = app.simulation.vm(vmId)!.vss.enabled
    const wrong = wrongAfter({
      kind: wish.kind,
      wantedPolicy: policyWished(wish.also),
      before,
      ...seen,
      isServiceOffered,
      operation,
      arrived,
    })
    return { end: operation?.state ?? 'refused', wrong }
  })
}

/** The Id of the operation; null where it was refused. */
async function accepted({ app, unanswered }: Scene, request: Request): Promise<Operation['id'] | null> {
  unanswered.add(request)
  const reply = await app.dispatch(request.name, request.input)
  unanswered.delete(request)
  return reply.ok ? (reply.value as Operation).id : null
}

/** At rest is what ended, with a moment more for what the host tells by itself. */
async function isAtRest(app: AppOnLab): Promise<boolean> {
  const isOver = async (): Promise<boolean> =>
    (await app.call('operation.list', {})).every(({ endedAt }) => endedAt !== null)
  if (!(await isOver())) return false
  await app.clock.advance(60_000)
  return isOver()
}

function truthIn({ simulation }: AppOnLab, vmId: VmId): MachineTruth {
  return truthOf(simulation.vm(vmId)!)
}

function inList(list: readonly Vm[], vmId: VmId): MachineTruth | null {
  const vm = list.find(({ id }) => id === vmId)
  return vm === undefined ? null : shownOf(vm)
}
