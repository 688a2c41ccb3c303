import { AppError, type ErrorCode, failureOf } from '#contract/errors'
import type { Inventory } from './inventory.ts'
import type { VmBefore } from './journal-entry.ts'
import type { Clock } from './ports.ts'
import { type Loan, type LoanEnd, changedByOthers, notGivenBack, withSentence } from './loan-end.ts'
import { mayHaveHappened } from './may-have-happened.ts'
import type { SentWish, SettleOutcome } from './settle-outcome.ts'
import type { Wish } from './wish.ts'
import type { WorkResult } from './work.ts'

/**
 * A checkpoint takes its kind from the machine's policy. Where another kind is wanted for one checkpoint, the policy is
 * changed for so long, and put back whatever becomes of the checkpoint.
 */
export interface PolicyLoans {
  /** Does the work under the kind that was wished, and gives the policy back before it settles. */
  readonly during: (sent: SentWish, barrier: Barrier, work: () => Promise<WorkResult>) => Promise<WorkResult>
  /** The same for a wish that an earlier start had sent: the policy may be changed already, and is only given back. */
  readonly after: (sent: SentWish, barrier: Barrier, work: () => Promise<WorkResult>) => Promise<WorkResult>
}

/** Settles while something may be sent; never where the app ends. */
type Barrier = () => Promise<void>

const pauseBetween = 2_000
const mostTries = 5

export function createPolicyLoans(inventory: Inventory, settle: SettleOutcome, clock: Clock): PolicyLoans {
  const pause = (): Promise<void> => new Promise((resolve) => clock.after(pauseBetween, resolve))

  /** Where it is another by now than was read, what would be put back is not the machine's own. */
  async function lend({ vmId, vmName, own, lent }: Loan, before: VmBefore): Promise<void> {
    const changes = { type: lent }
    try {
      await inventory.host().changeCheckpointPolicy(vmId, changes, own)
    } catch (error) {
      if (!mayHaveHappened(failureOf(error))) throw error
      const wish: Wish = { kind: 'change-checkpoint-policy', changes }
      await settle({ vmId, vmName, wish, before }, () => undefined)
    }
  }

  /**
   * It is ours to give back only while it is what we made it. A host that is lost is waited for, however long that takes:
   * until then nobody else can change the machine either.
   */
  async function giveBack(loan: Loan, barrier: Barrier): Promise<LoanEnd> {
    for (let tries = 0; ;) {
      try {
        const { policy } = await inventory.fresh(loan.vmId)
        if (policy.type === loan.own) return { kind: 'given-back' }
        if (policy.type !== loan.lent) return changedByOthers(loan, policy.type)
        if (tries >= mostTries) return notGivenBack(loan)
        await barrier()
        await inventory.host().changeCheckpointPolicy(loan.vmId, { type: loan.own }, loan.lent)
        tries += 1
      } catch (error) {
        const { code } = failureOf(error)
        if (code === 'vm-not-found') return { kind: 'given-back' }
        if (tries >= mostTries) return notGivenBack(loan)
        if (!lostCodes.has(code)) tries += 1
        await pause()
      }
    }
  }

  async function finished(
    loan: Loan,
    barrier: Barrier,
    work: () => Promise<WorkResult>,
  ): Promise<WorkResult> {
    let result: WorkResult
    try {
      result = await work()
    } catch (error) {
      throw withSentence(error, await giveBack(loan, barrier))
    }
    const end = await giveBack(loan, barrier)
    if (end.kind === 'given-back') return result
    return { ...result, remark: [result.remark ?? '', end.sentence].join(' ').trim() }
  }

  return {
    during: async (sent, barrier, work) => {
      const loan = loanOf(sent)
      if (loan === null) return work()
      return finished(loan, barrier, async () => {
        await lend(loan, sent.before).catch(refuseKind)
        await barrier()
        return work()
      })
    },
    after: (sent, barrier, work) => {
      const loan = loanOf(sent)
      return loan === null ? work() : finished(loan, barrier, work)
    },
  }
}

/** Null where the machine's policy is what is wished, or nothing else is. */
function loanOf({ vmId, vmName, wish, before }: SentWish): Loan | null {
  if (wish.kind !== 'create-checkpoint' || wish.type === undefined || wish.type === before.policy.type)
    return null
  return { vmId, vmName, own: before.policy.type, lent: wish.type }
}

/** Whether it was changed is read back by whoever gives it back; no checkpoint was asked for, and that is certain. */
function refuseKind(error: unknown): never {
  const { code, message, detail } = failureOf(error)
  throw new AppError(
    code === 'outcome-unknown' ? 'operation-failed' : code,
    `The kind of the checkpoint could not be chosen, so none was taken. ${message}`,
    detail,
  )
}

/** Nothing was sent then, and it is tried again as soon as the host is there. */
const lostCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'host-lost',
  'powershell-missing',
  'module-missing',
  'service-stopped',
  'language-mode',
  'timeout',
])
