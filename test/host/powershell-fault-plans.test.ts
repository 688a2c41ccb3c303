import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Operation, Vm } from '#contract/model'
import type { Input, OperationName, Output } from '#contract/operations'
import { createPowerShellHost } from '../../electron/hyperv/powershell/host.ts'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { createFaults } from '../../electron/hyperv/simulated/faults.ts'
import { labMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import { memoryJournal } from '../../electron/storage/memory-journal.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { standInModules } from '../stand-in/open-stand-in-host.ts'
import { prepareByteProxy } from '../stand-in/prepare-byte-proxy.ts'
import { startStandInServer } from '../stand-in/start-server.ts'
import { mainChanges, shownOf, truthOf, wrongAfter } from '../support/aftermath.ts'
import { type FaultPlan, type FaultyVerb, faultPlans, faultsOf, seedOfRun } from '../support/fault-plan.ts'
import { verbOf } from '../support/faulty-host.ts'
import { faultySimulation } from '../support/faulty-simulation.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { type RandomWish, policyWished, randomWish, requestOf } from '../support/random-wish.ts'
import { silentLog } from '../support/silent-log.ts'
import { type SimulationLedger, simulationLedger } from '../support/simulation-ledger.ts'
import { wireOver } from '../support/wire-over.ts'

const powershell = findPwsh()
const reason = powershell === null ? ' (skipped: no PowerShell 7 on the PATH)' : ''
const number = Number(process.env.SAVEPOINT_PLANS ?? '2')
const seed = seedOfRun()
/** Of a machine that runs and whose guest is offered the service already. */
const refused: readonly Operation['kind'][] = ['start', 'resume', 'enable-backup-service']
const patience = { timeout: 90_000, interval: 100 }

const story = fc
  .record({ plan: faultPlans, wish: randomWish.filter(({ kind }) => !refused.includes(kind)) })
  .chain(({ plan, wish }) => faultsOf(verbFor(wish)).map((ofWish) => ({ plan, wish, ofWish })))

/** By chance alone a plan seldom meets the one wish: every other is done and nobody hears of it, and the rest meet what may be. */
const stories = fc.sample(story, { seed, numRuns: number }).map(({ plan, wish, ofWish }, index) => {
  const unheard = { verb: verbFor(wish), nth: 1, does: { kind: 'answer-lost', when: 'after' } } as const
  return { wish, plan: { ...plan, calls: [index % 2 === 0 ? unheard : ofWish, ...plan.calls] } }
})

// The proxy is a script, and Windows starts none as a program.
describe.skipIf(powershell === null || process.platform === 'win32')(`Over PowerShell${reason}`, () => {
  it.each(stories.map((story, index) => [index, story] as const))(
    `whatever goes wrong, the list is true in the end and nobody is told what is not so: story %i of SAVEPOINT_SEED=${String(seed)}`,
    async (_, { plan, wish }) => {
      const { call, ledger } = await open(bearable(plan))
      const list = async (): Promise<readonly Vm[]> => call('vm.list', {})
      await expect.poll(async () => (await list()).length, patience).toBe(1)
      const [vm] = await list()
      const before = truthIn(ledger)
      const { session } = await call('app.session', {})
      const request = requestOf(wish, vm!, session, 1, tmpdir())
      // Refused where the plan has the reading of it fail.
      const asked =
        request && ((await call(request.name, request.input as never).catch(() => null)) as Operation)
      const now = async () => (await call('operation.list', {})).find(({ id }) => id === asked?.id) ?? null
      await expect.poll(async () => asked === null || (await now())?.endedAt !== null, patience).toBe(true)
      await expect.poll(async () => shownOf((await list())[0]!), patience).toEqual(truthIn(ledger))
      const wrong = wrongAfter({
        kind: wish.kind,
        wantedPolicy: policyWished(wish.also),
        before,
        now: truthIn(ledger),
        isServiceOffered: ledger.simulation.vms()[0]!.vss.enabled,
        shown: shownOf((await list())[0]!),
        operation: await now(),
        arrived: ledger.entries,
      })
      expect(wrong).toEqual([])
    },
    300_000,
  )
})

/** Nothing that would be waited for until a deadline, and fewer losses than those after which PowerShell is given up. */
function bearable({ calls, bytes }: FaultPlan): FaultPlan {
  const lost = calls.filter(({ does }) => does.kind === 'answer-lost').slice(1)
  const broken = bytes.filter(({ does }) => does === 'corrupt' || does === 'truncate').slice(1)
  return {
    calls: calls.filter((each) => !lost.includes(each)),
    bytes: bytes.filter((each) => each.does !== 'stall' && !broken.includes(each)),
  }
}

/** What comes true by that wish, in the words of the simulation. */
function verbFor({ kind }: RandomWish): FaultyVerb {
  return verbOf[mainChanges[kind][0]]
}

interface Scene {
  readonly ledger: SimulationLedger
  readonly call: <K extends OperationName>(name: K, input: Input<K>) => Promise<Output<K>>
}

async function open(plan: FaultPlan): Promise<Scene> {
  const [faults, clock] = [createFaults(), systemClock]
  const past = [
    { take: 'Base', ago: 7_200_000 },
    { take: 'Later', ago: 3_600_000 },
  ]
  const id = '5a7e00ee-1c0d-4e5a-9b03-00000000000a'
  const only = labMachine({ id, name: 'ONLY', state: 'Running', past }, clock.now())
  const simulation = createSimulation({ lab: [only], clock, faults, pace: 0.05 })
  const ledger = simulationLedger(faultySimulation({ simulation, faults, clock }, plan))
  const server = await startStandInServer(ledger.simulation)
  const proxy = prepareByteProxy(powershell!, plan)
  const host = createPowerShellHost({
    clock,
    log: silentLog,
    powershell: proxy.file,
    modulePath: standInModules,
    environment: { ...process.env, ...proxy.environment, SAVEPOINT_STAND_IN_URL: server.url },
  })
  const { dispatch, inventory, close } = wireOver({ host, clock, journal: memoryJournal })
  onTestFinished(async () => {
    close()
    await host.close()
    await server.close()
    simulation.stop()
    proxy.remove()
  })
  await inventory.refresh()
  const call: Scene['call'] = async (name, input) => {
    const reply = await dispatch(name, input)
    if (!reply.ok) throw new Error(reply.error.message)
    // The dispatcher answers with what the contract has under that name.
    return reply.value as Output<typeof name>
  }
  return { ledger, call }
}

function truthIn({ simulation }: SimulationLedger): ReturnType<typeof truthOf> {
  return truthOf(simulation.vms()[0]!)
}
