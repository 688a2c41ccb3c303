import { AppError, failureOf } from '#contract/errors'
import type { CheckpointType, VmId } from '#contract/model'

/** A machine's own kind of checkpoint, and the one that it has for a while. */
export interface Loan {
  readonly vmId: VmId
  readonly vmName: string
  readonly own: CheckpointType
  readonly lent: CheckpointType
}

/** Each but the good one with what the user has to know. */
export type LoanEnd =
  | { readonly kind: 'given-back' }
  | { readonly kind: 'changed'; readonly sentence: string }
  | { readonly kind: 'not-given-back'; readonly sentence: string }

/** Where no checkpoint came, what others have set is none of it: it may be that nothing was lent at all. */
export function withSentence(error: unknown, end: LoanEnd): unknown {
  if (end.kind !== 'not-given-back') return error
  const { code, message, detail } = failureOf(error)
  return new AppError(code, `${message} ${end.sentence}`, detail)
}

const words: Readonly<Record<CheckpointType, string>> = {
  Disabled: 'no checkpoints',
  Production: 'production checkpoints',
  ProductionOnly: 'production checkpoints only',
  Standard: 'standard checkpoints',
}

export function notGivenBack({ vmName, own, lent }: Loan): LoanEnd {
  const sentence = `${vmName} is still set to ${words[lent]} and was set to ${words[own]} before: that could not be put back. Change it in its Settings, under Checkpoints.`
  return { kind: 'not-given-back', sentence }
}

/** Another app that lent it a kind as well will put back what we had lent, so what it was before is said. */
export function changedByOthers({ vmName, own }: Loan, now: CheckpointType): LoanEnd {
  const sentence = `Something else has set ${vmName} to ${words[now]} meanwhile, so that was left as it is. It was set to ${words[own]} before this checkpoint.`
  return { kind: 'changed', sentence }
}
