import { checkpointCautions } from '#contract/checkpoint-cautions'
import { AppError, type Failure, failureOf } from '#contract/errors'
import type { CheckpointType, Vm } from '#contract/model'
import type { Readiness } from '#contract/readiness'
import { verdictOf } from '#contract/verdict'
import type { Inventory } from './inventory.ts'
import { takenSince } from './outcome.ts'
import type { ReadReadiness } from './readiness-in-time.ts'
import type { SentWish } from './settle-outcome.ts'

/**
 * Takes a checkpoint. Where that fails, what is there now is said with it, for Hyper-V may fail after it has made
 * something; and what shows why: a volume without room, or a guest that makes no production checkpoint.
 */
export type TakeAndLook = <T>(sent: SentWish, take: () => Promise<T>) => Promise<T>

interface Dependencies {
  readonly inventory: Pick<Inventory, 'fresh'>
  readonly readReadiness: ReadReadiness
}

export function createTakeAndLook({ inventory, readReadiness }: Dependencies): TakeAndLook {
  return async (sent, take) => {
    try {
      return await take()
    } catch (error) {
      const failure = failureOf(error)
      // Any other says why nothing was begun, or leaves open what became of it, which is found out for every change alike.
      if (failure.code !== 'operation-failed') throw error
      const vm = await inventory.fresh(sent.vmId).catch(() => null)
      throw withWhatIsThere(failure, sent, vm, await readReadiness(sent.vmId))
    }
  }
}

function withWhatIsThere(
  { code, message, detail }: Failure,
  sent: SentWish,
  vm: Vm | null,
  readiness: Readiness | null,
): AppError {
  const said = vm === null ? [notLooked] : [whatIsThere(sent, vm), ...reasons(sent, vm, readiness)]
  return new AppError(code, [message, ...said].join(' '), detail)
}

const notLooked = 'Whether a checkpoint was taken could not be looked at.'

function whatIsThere({ before }: SentWish, vm: Vm): string {
  const names = takenSince(before, vm).map(({ name }) => `“${name}”`)
  if (names.length === 0) return 'No checkpoint was taken.'
  return `A checkpoint is there all the same: ${names.join(', ')}. Look at it before you rely on it.`
}

function reasons(sent: SentWish, vm: Vm, readiness: Readiness | null): readonly string[] {
  const verdict = verdictOf(vm, readiness, typeAsked(sent))
  const room = checkpointCautions(vm, readiness).filter(({ kind }) => kind === 'little-room')
  return [
    ...(verdict.kind === 'refused' ? [verdict.refusal.message] : []),
    ...room.map(({ sentence }) => sentence),
  ]
}

function typeAsked({ wish, before }: SentWish): CheckpointType {
  return (wish.kind === 'create-checkpoint' ? wish.type : undefined) ?? before.policy.type
}
