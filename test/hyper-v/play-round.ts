import { CheckpointName, CheckpointNotes } from '#contract/inputs'
import type { Checkpoint, CheckpointId, Vm, VmId } from '#contract/model'
import { type Verdict, verdictOf } from '#contract/verdict'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { expectSame, expectTrue } from './expectations.ts'
import { readMachine, readUntil } from './read-until.ts'
import type { Step } from './take-steps.ts'
import { timeToHint } from './time-to-hint.ts'

/** Every character that PowerShell could take for its own, and some that are not in any code page of old. */
const difficultName = CheckpointName.parse("Savepoint’s “check” $(1) `*?[a]' – ü 漢")
const plainName = CheckpointName.parse('Savepoint’s check, renamed')

/** What the steps tell each other. */
interface Round {
  readonly host: HyperVHost
  readonly vmId: VmId
  readonly before: Vm
  /** The checkpoints that this round took and has not deleted, oldest first. */
  readonly taken: CheckpointId[]
}

export function createRound(host: HyperVHost, before: Vm): Round {
  return { host, vmId: before.id, before, taken: [] }
}

/** What every host must do, once, on one machine: reading, and then the life of two checkpoints. Each step answers what it found. */
export function stepsOf(round: Round): readonly Step[] {
  return [
    ...readingSteps(round),
    { title: 'A checkpoint is what was said before', run: () => takeFirst(round) },
    { title: 'Its notes can be changed, and Savepoint is told of it', run: () => changeNotes(round) },
    { title: 'It can be renamed', run: () => rename(round) },
    { title: 'The next one hangs under it', run: () => takeSecond(round) },
    { title: 'The first can be applied', run: () => applyFirst(round) },
    { title: 'Both can be deleted, and their disks are merged', run: () => deleteAll(round) },
    { title: 'Nothing of them is left', run: () => compareWithBefore(round) },
  ]
}

function readingSteps({ host, vmId, before }: Round): readonly Step[] {
  return [
    {
      title: 'The machine is read alone as it is in the list',
      run: async () => {
        const alone = await readMachine(host, vmId)
        expectSame(alone.name, before.name)
        expectSame(alone.checkpoints, before.checkpoints)
        return `${alone.state}, version ${alone.version}, ${String(alone.checkpoints.length)} checkpoints`
      },
    },
    {
      title: 'Its hardware and files are read',
      run: async () => `${String(JSON.stringify(await host.readVmDetails(vmId)).length)} characters`,
    },
    {
      title: 'What decides about its checkpoints is read',
      run: async () => JSON.stringify(await host.readReadiness(vmId)),
    },
    {
      title: 'What its checkpoints cost is read',
      run: async () => `${String(JSON.stringify(await host.readCosts(vmId)).length)} characters`,
    },
    {
      title: 'What the host stores is read',
      run: async () => `${String(JSON.stringify(await host.readStorage()).length)} characters`,
    },
  ]
}

async function takeFirst(round: Round): Promise<string> {
  const { host, vmId } = round
  const verdict = verdictOf(await readMachine(host, vmId), await host.readReadiness(vmId))
  const checkpoint = await take(round, difficultName)
  expectSame(checkpoint.name, difficultName)
  expectTrue(
    agrees(verdict, checkpoint),
    `“${verdict.kind}” was said, and isSaved is ${String(checkpoint.isSaved)}`,
  )
  return `${verdict.kind}, isSaved ${String(checkpoint.isSaved)}`
}

/** What can't be told of a checkpoint contradicts nothing. */
function agrees(verdict: Verdict, { isSaved }: Checkpoint): boolean {
  if (isSaved === null || verdict.kind === 'open') return true
  return verdict.kind !== 'refused' && isSaved === (verdict.kind === 'standard')
}

async function takeSecond(round: Round): Promise<string> {
  const [first] = round.taken
  const second = await take(round, null)
  expectSame(second.parentId, first)
  return `named “${second.name}” by Hyper-V`
}

async function take({ host, vmId, taken }: Round, name: CheckpointName | null): Promise<Checkpoint> {
  const { checkpointId } = await host.createCheckpoint({ vmId, name, notes: null }, ignored)
  taken.push(checkpointId)
  const vm = await readUntil(host, vmId, ({ activity }) => activity === null)
  expectSame(vm.parentCheckpointId, checkpointId)
  return found(vm, checkpointId)
}

async function changeNotes({ host, vmId, taken }: Round): Promise<string> {
  const checkpointId = first(taken)
  const notes = CheckpointNotes.parse('Two lines\nof notes: $(x) “ü” 漢')
  const waited = await timeToHint(host, vmId, () => host.changeCheckpointNotes({ vmId, checkpointId }, notes))
  expectSame(found(await readMachine(host, vmId), checkpointId).notes, notes)
  return waited
}

async function rename({ host, vmId, taken }: Round): Promise<string> {
  const checkpointId = first(taken)
  await host.renameCheckpoint({ vmId, checkpointId }, plainName)
  expectSame(found(await readMachine(host, vmId), checkpointId).name, plainName)
  return plainName
}

async function applyFirst({ host, vmId, taken }: Round): Promise<string> {
  const checkpointId = first(taken)
  const { isSaved } = found(await readMachine(host, vmId), checkpointId)
  await host.applyCheckpoint({ vmId, checkpointId }, ignored)
  const vm = await readUntil(host, vmId, ({ activity }) => activity === null)
  expectSame(vm.parentCheckpointId, checkpointId)
  if (isSaved === false) expectSame(vm.state, 'Off')
  if (isSaved === true) expectTrue(vm.state !== 'Off', 'it holds memory, and the machine is off')
  return `the machine is ${vm.state}`
}

/** Also what cleans up after a step that failed: only what this round took, by Id, the newest first. */
export async function deleteAll({ host, vmId, taken }: Round): Promise<string> {
  const startedAt = performance.now()
  const { checkpoints } = await readMachine(host, vmId)
  for (const checkpointId of [...taken].reverse()) {
    if (checkpoints.some(({ id }) => id === checkpointId))
      await host.deleteCheckpoint({ vmId, checkpointId }, ignored)
  }
  const isGone = ({ activity, checkpoints: left }: Vm): boolean =>
    activity === null && !left.some(({ id }) => taken.includes(id))
  await readUntil(host, vmId, isGone)
  taken.length = 0
  return `after ${String(Math.round((performance.now() - startedAt) / 100) / 10)} seconds`
}

async function compareWithBefore({ host, vmId, before }: Round): Promise<string> {
  const vm = await readMachine(host, vmId)
  expectSame(vm.checkpoints, before.checkpoints)
  expectSame(vm.parentCheckpointId, before.parentCheckpointId)
  return `${String(vm.checkpoints.length)} checkpoints, as before; the machine is ${vm.state}, and was ${before.state}`
}

function found(vm: Vm, checkpointId: CheckpointId): Checkpoint {
  const checkpoint = vm.checkpoints.find(({ id }) => id === checkpointId)
  if (checkpoint === undefined) throw new Error(`${vm.name} has no checkpoint ${checkpointId}.`)
  return checkpoint
}

function first(taken: readonly CheckpointId[]): CheckpointId {
  const [checkpointId] = taken
  if (checkpointId === undefined) throw new Error('No checkpoint was taken.')
  return checkpointId
}

function ignored(): void {
  // Only how it ends is looked at.
}
