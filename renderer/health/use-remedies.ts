import { computed, ref, shallowReactive, shallowRef, type ComputedRef, type Ref } from 'vue'
import { failureOf } from '#contract/errors'
import type { Operation, OperationId } from '#contract/model'
import { call } from '../bridge.ts'
import { seenTarget } from '../seen.ts'
import { useOperations } from '../stores/operations.ts'
import type { RemedyStep } from './remedy-plan.ts'

/** How far a step is: not sent, without an operation of its own, refused, or as its operation is. */
export type StepState = 'planned' | 'left-out' | Operation['state']

export interface StepResult {
  readonly step: RemedyStep
  readonly state: StepState
  readonly percent: number | null
  /** Why it was left out, refused, or failed. */
  readonly problem: string | null
  /** The operation that can still be kept from being sent; null where there is none. */
  readonly undoable: OperationId | null
}

interface Sent {
  readonly operationId: OperationId | null
  readonly problem: string | null
}

export interface Remedies {
  /** Those that can’t be done too. */
  readonly all: readonly RemedyStep[]
  /** Those that are to be done. */
  readonly steps: ComputedRef<readonly RemedyStep[]>
  readonly canSend: ComputedRef<boolean>
  /** Until it was told to go. */
  readonly choose: (step: RemedyStep, isChosen: boolean) => void
  /** Whoever draws one step follows that alone. */
  readonly resultOf: (step: RemedyStep) => StepResult
  readonly results: ComputedRef<readonly StepResult[]>
  /** True from when it was told to go. */
  readonly isSent: Readonly<Ref<boolean>>
  readonly isUnderWay: ComputedRef<boolean>
  readonly send: () => Promise<void>
  readonly undo: (id: OperationId) => Promise<void>
}

/** Carries a plan out by the same operations as everything else, once, and follows each to its end. */
export function useRemedies(steps: readonly RemedyStep[]): Remedies {
  const operations = useOperations()
  const sent = shallowReactive(new Map<string, Sent>())
  const isSent = ref(false)
  const unchosen = shallowRef<ReadonlySet<string>>(new Set())
  const results = computed(() => steps.map(resultOf))
  const chosen = computed(() =>
    steps.filter(({ id, refusal }) => refusal === null && !unchosen.value.has(id)),
  )

  function resultOf(step: RemedyStep): StepResult {
    const result = { step, percent: null, problem: step.refusal, undoable: null }
    if (step.refusal !== null || unchosen.value.has(step.id)) return { ...result, state: 'left-out' }
    const answer = sent.get(step.id)
    if (answer === undefined) return { ...result, state: isSent.value ? 'queued' : 'planned' }
    if (answer.problem !== null) return { ...result, state: 'failed', problem: answer.problem }
    const operation = answer.operationId === null ? null : operations.byId.get(answer.operationId)
    if (operation == null) return { ...result, state: 'done' }
    const { id, state, percent, undo, error } = operation
    const undoable = undo?.by === 'not-sending' ? id : null
    return { step, state, percent, undoable, problem: error?.message ?? null }
  }

  async function sendOne(step: RemedyStep): Promise<void> {
    const answer = await ask(step).then(
      (operation): Sent => ({ operationId: operation?.id ?? null, problem: null }),
      (error: unknown): Sent => ({ operationId: null, problem: failureOf(error).message }),
    )
    sent.set(step.id, answer)
  }

  async function send(): Promise<void> {
    if (isSent.value || chosen.value.length === 0) return
    isSent.value = true
    // In their order, so that those of one machine are queued as they are listed.
    for (const step of chosen.value) await sendOne(step)
  }

  function choose({ id }: RemedyStep, isChosen: boolean): void {
    if (isSent.value) return
    const next = new Set(unchosen.value)
    if (isChosen) next.delete(id)
    else next.add(id)
    unchosen.value = next
  }

  async function ask({ kind, vm, checkpoint }: RemedyStep): Promise<Operation | null> {
    if (kind === 'end-automatic' || checkpoint === null) {
      const changes = { automatic: false }
      return operations.send('vm.changeCheckpointPolicy', { vmId: vm.id, changes, shown: vm.policy })
    }
    if (kind === 'mark-read') return call('record.markRead', { checkpointId: checkpoint.id }).then(() => null)
    return operations.send('checkpoint.delete', await seenTarget({ vm, checkpoint }, 'delete'))
  }

  return {
    all: steps,
    steps: chosen,
    canSend: computed(() => chosen.value.length > 0),
    choose,
    resultOf,
    results,
    isSent,
    isUnderWay: computed(() => results.value.some(({ state }) => underWay.has(state))),
    send,
    // What comes too late is told by the operation, which goes on.
    undo: async (operationId) => {
      await operations.send('operation.undo', { operationId }).catch(() => undefined)
    },
  }
}

const underWay: ReadonlySet<StepState> = new Set(['waiting', 'queued', 'running', 'merging'])
