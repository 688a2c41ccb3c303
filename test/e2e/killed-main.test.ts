import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Operation, Vm } from '#contract/model'
import type { Output } from '#contract/operations'
import type { SessionNonce } from '#contract/seen'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { type LabMachine, labMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import type { LabStep } from '../../electron/hyperv/simulated/lab-past.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { startStandInServer } from '../stand-in/start-server.ts'
import { shownOf, truthOf, wrongAfter } from '../support/aftermath.ts'
import { seedOfRun } from '../support/fault-plan.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { type RandomWish, policyWished, requestOf } from '../support/random-wish.ts'
import { type SimulationLedger, simulationLedger } from '../support/simulation-ledger.ts'
import { temporaryFolder } from './outliving-host.ts'
import { processesOn } from './processes-on.ts'
import { type StartedMain, startMain } from './started-main.ts'

const pwsh = findPwsh()
// A killed process is looked for where processes are files.
const isPossible = pwsh !== null && process.platform === 'linux'
const reason = pwsh === null ? ' (no pwsh on the PATH)' : ''

const seed = seedOfRun()
/** How many wishes, each killed at one of its steps; 0 for every step of every wish. */
const kills = Number(process.env.SAVEPOINT_KILLS ?? '2')
const patience = { timeout: 90_000, interval: 100 }

interface Case {
  readonly wish: RandomWish
  readonly machine: Partial<LabMachine>
}

const running = { state: 'Running' } as const
const cases: readonly Case[] = [
  { wish: wish('create-checkpoint'), machine: running },
  { wish: wish('create-checkpoint', true), machine: running },
  { wish: wish('apply-checkpoint'), machine: running },
  { wish: wish('apply-checkpoint', true), machine: running },
  { wish: wish('revert'), machine: running },
  { wish: wish('revert', true), machine: running },
  { wish: wish('rename-checkpoint'), machine: running },
  { wish: wish('change-checkpoint-notes'), machine: running },
  { wish: wish('export-checkpoint'), machine: running },
  { wish: wish('delete-checkpoint'), machine: running },
  { wish: wish('delete-checkpoint-subtree'), machine: running },
  { wish: wish('change-checkpoint-policy'), machine: running },
  { wish: wish('enable-backup-service'), machine: { ...running, vss: { enabled: false, status: 'Ok' } } },
  { wish: wish('start'), machine: { state: 'Off' } },
  { wish: wish('shut-down'), machine: running },
  { wish: wish('turn-off'), machine: running },
  { wish: wish('save'), machine: running },
  { wish: wish('pause'), machine: running },
  { wish: wish('resume'), machine: { state: 'Paused' } },
]

/** Each has as many: three for each of three lines in the journal, and four for the one request that it makes at least. */
const fewestSteps = 13
const mostSteps = 60
const someSteps = ['intent written in part', 'sent written', 'outcome not written yet']

describe.skipIf(!isPossible)(`The built main, killed at a step${reason}`, () => {
  const chosen = Array.from({ length: kills }, (_, index) => cases[(seed + index * 7) % cases.length]!)
  it.each((kills === 0 ? cases : chosen).map((each) => [titleOf(each), each] as const))(
    `is followed by one that knows what is true, sends nothing twice and leaves no process: %s (SAVEPOINT_SEED=${String(seed)})`,
    async (_, each) => {
      if (kills > 0) {
        const { wrong, wasKilled } = await killed(each, 1 + (seed % fewestSteps))
        expect([wasKilled, wrong]).toEqual([true, []])
      } else {
        expect(await killedAtEach(each)).toEqual(expect.arrayContaining(someSteps))
      }
    },
    kills === 0 ? mostSteps * 60_000 : 180_000,
  )
})

/** Killed at its first step, then at its second, and so on until it ends before it is killed. Answers all of them. */
async function killedAtEach(each: Case): Promise<readonly string[]> {
  for (let step = 1; step < mostSteps; step += 1) {
    const { wrong, steps, wasKilled } = await killed(each, step)
    const at = `${String(step)}: ${String(steps.at(-1))}`
    expect({ at, wrong }).toEqual({ at, wrong: [] })
    if (!wasKilled) return steps
  }
  throw new Error('It has more steps than are tried.')
}

interface Killed {
  readonly steps: readonly string[]
  readonly wrong: readonly string[]
  /** False where it had ended before that step. */
  readonly wasKilled: boolean
}

async function killed({ wish: asked, machine }: Case, step: number): Promise<Killed> {
  const scene = await open(machine)
  const { ledger, start, data } = scene
  const first = start(step)
  const vm = await onlyVm(first)
  const before = truthOf(theMachine(ledger))
  const request = requestOf(asked, vm, await sessionOf(first), 1, tmpdir())!
  await first.call(request.name, request.input)
  await expect.poll(async () => wasEnded(first) || (await isAtRest(first)), patience).toBe(true)
  const wasKilled = wasEnded(first)
  if (!wasKilled) first.child.kill('SIGKILL')
  const next = start(null)
  await onlyVm(next)
  await expect.poll(() => isAtRest(next), patience).toBe(true)
  await expect.poll(() => ledger.entries.every(({ end }) => end !== 'under way'), patience).toBe(true)
  // The list is as the host is as soon as Hyper-V has told what was done last.
  const shown = async () => shownOf(await onlyVm(next))
  await expect.poll(shown, patience).toEqual(truthOf(theMachine(ledger)))
  const wrong = wrongAfter({
    kind: asked.kind,
    wantedPolicy: policyWished(asked.also),
    before,
    now: truthOf(theMachine(ledger)),
    isServiceOffered: theMachine(ledger).vss.enabled,
    shown: await shown(),
    operation: (await operationOf(next)) ?? endTold(first),
    arrived: ledger.entries,
  })
  await next.ask('quit')
  await expect.poll(() => processesOn(data), patience).toEqual([])
  await scene.close()
  return { steps: scene.steps(), wrong, wasKilled }
}

interface Scene {
  readonly ledger: SimulationLedger
  readonly data: string
  /** Killed at that step of its work. */
  readonly start: (step: number | null) => StartedMain
  readonly steps: () => readonly string[]
  readonly close: () => Promise<void>
}

const hour = 3_600_000
const past: readonly LabStep[] = [
  { take: 'Base', ago: 2 * hour },
  { take: 'Later', ago: hour },
]
const killer = new URL('../support/kill-at-step.mjs', import.meta.url).href

async function open(machine: Partial<LabMachine>): Promise<Scene> {
  const id = '5a7e00dd-1c0d-4e5a-9b03-00000000000a'
  const only = labMachine({ id, name: 'ONLY', state: 'Running', past, ...machine }, systemClock.now())
  const ledger = simulationLedger(createSimulation({ lab: [only], clock: systemClock, pace: 0.1 }))
  const server = await startStandInServer(ledger.simulation)
  const [data, exports] = [await temporaryFolder('killed'), await temporaryFolder('steps')]
  const file = join(exports, 'steps')
  let isClosed = false
  const close = async (): Promise<void> => {
    if (isClosed) return
    isClosed = true
    await server.close()
    ledger.simulation.stop()
  }
  onTestFinished(close)
  return {
    ledger,
    data,
    close,
    steps: () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []),
    start: (step) =>
      startMain(['--powershell', pwsh!, '--module-path', 'test/stand-in'], {
        settings: { undoSeconds: 0 },
        environment: {
          SAVEPOINT_STAND_IN_URL: server.url,
          ...(step === null ? {} : { SAVEPOINT_TEST_KILL_AT: String(step), SAVEPOINT_TEST_STEPS: file }),
        },
        data,
        loaded: step === null ? [] : [killer],
      }),
  }
}

async function onlyVm(main: StartedMain): Promise<Vm> {
  await main.pages(1)
  const list = async (): Promise<readonly Vm[]> => {
    const reply = await main.call('vm.list', {})
    return reply.ok ? (reply.value as readonly Vm[]) : []
  }
  await expect.poll(async () => (await list()).length, patience).toBe(1)
  return (await list())[0]!
}

async function sessionOf(main: StartedMain): Promise<SessionNonce> {
  const reply = await main.call('app.session', {})
  if (!reply.ok) throw new Error(reply.error.message)
  return (reply.value as Output<'app.session'>).session
}

async function operationsOf(main: StartedMain): Promise<readonly Operation[]> {
  // Nothing where it is killed while it is asked.
  const reply = (await main.call('operation.list', {})) as
    { readonly value?: readonly Operation[] } | undefined
  return reply?.value ?? []
}

async function operationOf(main: StartedMain): Promise<Operation | null> {
  const operations = await operationsOf(main)
  expect(operations.length).toBeLessThan(2)
  return operations[0] ?? null
}

/** What it had told of the end before it was gone; null where it had not. */
function endTold(main: StartedMain): Operation | null {
  const told = main.events().flatMap((event) => (event.name === 'operation.changed' ? [event.payload] : []))
  return told.find(({ endedAt }) => endedAt !== null) ?? null
}

async function isAtRest(main: StartedMain): Promise<boolean> {
  return (await operationsOf(main)).every(({ endedAt }) => endedAt !== null)
}

function wasEnded({ child }: StartedMain): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function theMachine({
  simulation,
}: SimulationLedger): ReturnType<SimulationLedger['simulation']['vms']>[number] {
  return simulation.vms()[0]!
}

function wish(kind: RandomWish['kind'], also = false): RandomWish {
  return { kind, which: 0, also }
}

function titleOf({ wish: { kind, also } }: Case): string {
  return also ? `${kind}, the other way` : kind
}
