import { describe, expect, it, onTestFinished } from 'vitest'
import { CheckpointName } from '#contract/inputs'
import { CheckpointId, type Operation, VmId } from '#contract/model'
import type { Call } from '#contract/operations'
import { type LabMachine, labMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import type { LabStep } from '../../electron/hyperv/simulated/lab-past.ts'
import type { SimulatedVm } from '../../electron/hyperv/simulated/simulation.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { type WithheldAnswers, withheldAnswers } from '../stand-in/withheld-answers.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { type LosingName, withSeen } from '../support/with-seen.ts'
import { callApp } from './call-app.ts'
import { type OutlivingHost, openOutlivingHost } from './outliving-host.ts'
import type { RunningApp } from './running-app.ts'

const pwsh = findPwsh()
// A killed process is looked for where processes are files.
const isPossible = pwsh !== null && process.platform === 'linux'
const reason = pwsh === null ? ' (no pwsh on the PATH)' : ''

/** Milliseconds; a start under load takes its time, and each of these has two. */
const patience = 90_000

const notDone =
  'The answer got lost, and Hyper-V shows that this was not done. Ask for it again if you still want it.'
const neverSent =
  'Savepoint ended before it asked Hyper-V, so nothing was done. Ask for it again if you still want it.'

describe.skipIf(!isPossible)(`An app that is killed at one step of several${reason}`, () => {
  it(
    'has given back each policy after its next start, and knows each checkpoint with a kind of its own',
    async () => {
      const { host, answers, app, call } = await open([
        { id: id(1), name: 'Kind chosen', state: 'Running' },
        { id: id(2), name: 'Taken', state: 'Running' },
        { id: id(3), name: 'Put back', state: 'Running' },
      ])
      const steps = [
        answers.hold(id(1), 'changeSettings', 'done'),
        answers.hold(id(2), 'createCheckpoint', 'done'),
        answers.hold(id(3), 'changeSettings', 'done', 2),
      ]
      const name = CheckpointName.parse('Mine')
      for (const vmId of [id(1), id(2), id(3)])
        await call('checkpoint.create', { vmId, name, type: 'Standard' })
      await Promise.all(steps)
      await host.kill(app)
      expect(host.simulation.vms().map(({ checkpointType }) => checkpointType)).toEqual([
        'Standard',
        'Standard',
        'Production',
      ])
      answers.letGo()

      const ends = await endsOfNextStart(host, 3)
      expect(
        host.simulation.vms().map((vm) => [truthOf(vm), answers.asked(vm.id), ends.get(vm.name)]),
      ).toEqual([
        [['Production', 'Now'], ['changeSettings', 'changeSettings'], [`failed: ${notDone}`]],
        [
          ['Production', 'Mine, with memory', 'Now under Mine'],
          ['changeSettings', 'createCheckpoint', 'changeSettings'],
          ['done'],
        ],
        [
          ['Production', 'Mine, with memory', 'Now under Mine'],
          ['changeSettings', 'createCheckpoint', 'changeSettings'],
          ['done'],
        ],
      ])
    },
    2 * patience,
  )

  it(
    'has gone back or has not, with the state that was kept, and deletes nothing that still waited',
    async () => {
      const { host, answers, app, call } = await open([
        { id: id(4), name: 'Kept', state: 'Running', past },
        { id: id(5), name: 'Applied', state: 'Off', past },
        { id: id(6), name: 'Deleted', state: 'Off', past },
      ])
      const idOf = (vmId: VmId, name: string): CheckpointId =>
        CheckpointId.parse(host.simulation.vm(vmId)?.checkpoints.find((each) => each.name === name)?.id)
      const of = (vmId: VmId, name: string): { vmId: VmId; checkpointId: CheckpointId } => ({
        vmId,
        checkpointId: idOf(vmId, name),
      })
      const decide = async <I extends ReturnType<typeof of>>(
        name: LosingName,
        input: I,
      ): Promise<Operation> => call(name, await withSeen(call, name, input))
      const steps = [
        answers.hold(id(4), 'createCheckpoint', 'done'),
        answers.hold(id(5), 'applyCheckpoint', 'begun'),
        answers.hold(id(6), 'removeCheckpoint', 'begun'),
      ]
      await decide('checkpoint.apply', { ...of(id(4), 'Base'), keepCurrent: true })
      await decide('checkpoint.apply', { ...of(id(5), 'Base'), keepCurrent: true })
      await decide('checkpoint.delete', of(id(6), 'Base'))
      await Promise.all(steps)
      // It waits for the one before it, and this one for whoever would undo it: neither is sent.
      const parentOfNow = async (): Promise<CheckpointId | null | undefined> =>
        (await call('vm.list', { vmIds: [id(5)] }))[0]?.parentCheckpointId
      await expect.poll(parentOfNow, { timeout: patience }).toBe(idOf(id(5), 'Base'))
      await decide('checkpoint.apply', { ...of(id(5), 'Later'), keepCurrent: true })
      await call('settings.change', { undoSeconds: 60 })
      const waiting = await decide('checkpoint.delete', of(id(6), 'Later'))
      await host.kill(app)
      expect(waiting.state).toBe('waiting')
      answers.letGo()

      const ends = await endsOfNextStart(host, 5)
      expect(
        host.simulation.vms().map((vm) => [truthOf(vm), answers.asked(vm.id), ends.get(vm.name)]),
      ).toEqual([
        [
          ['Production', 'Base', 'Later under Base', `${kept} under Later`, `Now under ${kept}`],
          ['createCheckpoint'],
          [`failed: ${notDone} Kept is running now and hangs under “${kept}”.`],
        ],
        [
          ['Production', 'Base', 'Later under Base', `${kept} under Later`, 'Now under Base'],
          ['createCheckpoint', 'applyCheckpoint'],
          ['done, and can be undone', `failed: ${neverSent}`],
        ],
        [['Production', 'Later', 'Now under Later'], ['removeCheckpoint'], ['done', `failed: ${neverSent}`]],
      ])
    },
    2 * patience,
  )
})

const hour = 3_600_000
const past: readonly LabStep[] = [
  { take: 'Base', ago: 2 * hour },
  { take: 'Later', ago: hour },
]
const kept = 'Before applying “Base”'

function id(number: number): VmId {
  return VmId.parse(`5a7e00cc-1c0d-4e5a-9b03-00000000000${String(number)}`)
}

interface Scene {
  readonly host: OutlivingHost
  readonly answers: WithheldAnswers
  readonly app: RunningApp
  readonly call: Call
}

async function open(machines: readonly LabMachine[]): Promise<Scene> {
  const now = systemClock.now()
  const lab = machines.map((each) => labMachine(each, now))
  let answers: WithheldAnswers | undefined
  const host = await openOutlivingHost({
    lab,
    powershell: pwsh ?? '',
    pace: 0.1,
    seenAs: (simulation) => (answers = withheldAnswers(simulation)).simulation,
  })
  onTestFinished(() => {
    answers?.letGo()
  })
  const app = await host.start()
  const call = await callApp(app.url)
  await expect.poll(() => call('vm.ids', {}), { timeout: patience }).toHaveLength(machines.length)
  return { host, answers: answers!, app, call }
}

/** What it says of each operation, by the name of its machine, oldest first. */
async function endsOfNextStart(
  { start }: OutlivingHost,
  count: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const next = await start()
  const call = await callApp(next.url)
  const ended = async (): Promise<readonly Operation[]> =>
    (await call('operation.list', {})).filter(({ endedAt, isRecovered }) => endedAt !== null && isRecovered)
  await expect.poll(ended, { timeout: patience }).toHaveLength(count)
  const operations = await ended()
  expect(await next.stop()).toBe(0)
  const names = new Set(operations.map(({ vmName }) => vmName))
  return new Map(
    [...names].map((name) => [name, operations.filter(({ vmName }) => vmName === name).map(endOf)]),
  )
}

function endOf({ state, error, undo }: Operation): string {
  if (error !== null) return `${state}: ${error.message}`
  return undo === null ? state : `${state}, and can be undone`
}

/** The policy, the tree by names, oldest first, and what "Now" hangs under. */
function truthOf({ checkpointType, checkpoints, parentCheckpointId }: SimulatedVm): readonly string[] {
  const under = (parentId: string | null): string =>
    parentId === null ? '' : ` under ${checkpoints.find((each) => each.id === parentId)?.name ?? 'nothing'}`
  return [
    checkpointType,
    ...checkpoints.map(
      ({ name, isSaved, parentId }) => `${name}${isSaved ? ', with memory' : ''}${under(parentId)}`,
    ),
    `Now${under(parentCheckpointId)}`,
  ]
}
