import { SessionNonce } from '#contract/seen'
import type { Seen } from '#contract/seen'
import { type Decision, seenOf } from '#contract/seen-of'
import type { CheckpointId, Vm, VmId } from '#contract/model'
import type { Call } from '#contract/operations'

/** What may lose something, with what decides what has to be seen of it. */
const decisions = {
  'checkpoint.apply': 'go-back',
  'vm.revert': 'go-back',
  'checkpoint.delete': 'delete',
  'checkpoint.deleteSubtree': 'delete-subtree',
} as const satisfies Record<string, Decision>

export type LosingName = keyof typeof decisions

/** The mark of a start that nobody else has. */
export const exampleSession = SessionNonce.parse('5a'.repeat(32))

interface Ref {
  readonly vmId: VmId
  readonly checkpointId: CheckpointId
}

/** The input with what a window would have on show at this moment, as the app itself lists it. */
export async function withSeen<I extends Ref>(
  call: Call,
  name: LosingName,
  input: I,
): Promise<I & { readonly seen: Seen }> {
  const { session } = await call('app.session', {})
  const [vm] = await call('vm.list', { vmIds: [input.vmId] })
  return { ...input, seen: seenIn(vm ?? nothing, name, input.checkpointId, session) }
}

/** What is on show of a machine at hand. */
export function seenIn(
  vm: Pick<Vm, 'checkpoints' | 'parentCheckpointId'>,
  name: LosingName,
  checkpointId: CheckpointId,
  session = exampleSession,
): Seen {
  return { session, ...seenOf(vm, checkpointId, decisions[name]) }
}

const nothing: Pick<Vm, 'checkpoints' | 'parentCheckpointId'> = { checkpoints: [], parentCheckpointId: null }
