import { AppError, type Failure, failureOf } from '#contract/errors'
import type { CheckpointId, Vm } from '#contract/model'
import type { Readiness } from '#contract/readiness'
import type { Change } from './change.ts'
import type { TakeAndLook } from './failed-taking.ts'
import type { Inventory } from './inventory.ts'
import { beforeOf } from './journal-entry.ts'
import { keptName } from './kept-name.ts'
import { mayHaveHappened } from './may-have-happened.ts'
import type { PolicyLoans } from './policy-loan.ts'
import type { Clock, HyperVHost } from './ports.ts'
import type { RecordTaken, Taking } from './record-taken.ts'
import type { SentWish } from './settle-outcome.ts'
import type { SettleTaking } from './settle-taking.ts'
import { type GoingBack, isDeletion, keepsCurrent } from './wish.ts'
import type { WorkProgress, WorkResult } from './work.ts'

/** What was read right before: the machine, and what its guest says of itself where that matters. */
interface Reading {
  readonly vm: Vm
  readonly readiness: Readiness | null
}

/** Sends a change that passed the rules, follows it to what truly became of it, and records what was taken. */
export type SendChange = (change: Change, reading: Reading, progress: WorkProgress) => Promise<WorkResult>

interface Dependencies {
  readonly inventory: Inventory
  readonly settleTaking: SettleTaking
  readonly loans: PolicyLoans
  readonly recordTaken: RecordTaken
  readonly takeAndLook: TakeAndLook
  readonly clock: Pick<Clock, 'now'>
}

/** One change on its way. */
interface Sending {
  readonly change: Change
  readonly host: HyperVHost
  readonly sent: SentWish
  readonly taking: Taking
  readonly progress: WorkProgress
}

export function createSender({
  inventory,
  settleTaking,
  loans,
  recordTaken,
  takeAndLook,
  clock,
}: Dependencies): SendChange {
  return async (change, { vm, readiness }, progress) => {
    const { vmId, wish } = change
    const sent = { vmId, vmName: vm.name, wish, before: beforeOf(vm) }
    const since = new Date(clock.now()).toISOString()
    const taking = { sent, backupService: readiness?.backupService ?? 'unknown', since } as const
    const sending: Sending = { change, host: inventory.host(), sent, taking, progress }
    const barrier = (): Promise<void> => progress.sending(sent.before)
    await barrier()
    return loans.during(sent, barrier, () => recorded(sending))
  }

  async function recorded(sending: Sending): Promise<WorkResult> {
    const result = await settled(sending)
    const { checkpointId } = result
    if (sending.sent.wish.kind !== 'create-checkpoint' || checkpointId === undefined) return result
    const sentence = await recordTaken(sending.taking, checkpointId)
    return sentence === null ? result : { ...result, remark: joined(sentence, result.remark) }
  }

  async function settled(sending: Sending): Promise<WorkResult> {
    const { wish } = sending.sent
    try {
      return await answered(sending)
    } catch (error) {
      const failure = failureOf(error)
      if (failure.code === 'checkpoint-not-found' && isDeletion(wish)) return { remark: goneAlready }
      if (!mayHaveHappened(failure)) throw error
      return settleTaking(sending.taking, sending.progress.percent)
    }
  }

  async function answered({ change, host, sent, taking, progress }: Sending): Promise<WorkResult> {
    const { wish } = sent
    const run = async (): Promise<WorkResult> => (await change.run(host, progress)) ?? {}
    if (!keepsCurrent(wish)) return wish.kind === 'create-checkpoint' ? takeAndLook(sent, run) : run()
    const keptId = await keepCurrent(host, sent, wish, progress)
    await recordTaken(taking, keptId)
    await progress.sending(sent.before)
    return { ...(await run()), keptId }
  }

  async function keepCurrent(
    host: HyperVHost,
    sent: SentWish,
    wish: GoingBack,
    progress: WorkProgress,
  ): Promise<CheckpointId> {
    progress.keepingCurrent(true)
    try {
      const request = { vmId: sent.vmId, name: keptName(wish, sent.before), notes: null }
      const { checkpointId } = await takeAndLook(sent, () => host.createCheckpoint(request, progress.percent))
      progress.keepingCurrent(false)
      return checkpointId
    } catch (error) {
      throw notKept(failureOf(error))
    }
  }
}

export const goneAlready = 'It was gone already, so there was nothing left to delete.'

function notKept({ code, message, detail }: Failure): AppError {
  return new AppError(
    code,
    `The current state could not be kept, so nothing else was done. ${message}`,
    detail,
  )
}

function joined(sentence: string, remark: string | null | undefined): string {
  return remark === null || remark === undefined ? sentence : `${sentence} ${remark}`
}
