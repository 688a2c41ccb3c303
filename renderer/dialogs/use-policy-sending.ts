import { computed, ref, shallowRef, watch, type ComputedRef } from 'vue'
import { failureOf, type Failure } from '#contract/errors'
import type { CheckpointPolicy, Operation, OperationId, Vm } from '#contract/model'

export interface PolicyResult {
  readonly vm: Vm
  readonly state: 'under-way' | 'done' | 'failed'
  readonly failure: Failure | null
}

/** One machine and what is to be changed of it. */
export interface PolicyWish {
  readonly vm: Vm
  readonly changes: Partial<CheckpointPolicy>
}

interface Sent {
  readonly vm: Vm
  readonly operationId: OperationId | null
  readonly refusal: Failure | null
}

interface Sending {
  /** The last time's, in the order of the machines. */
  readonly results: ComputedRef<readonly PolicyResult[]>
  /** While an answer is awaited, or what was accepted has not come to its end. */
  readonly isUnderWay: ComputedRef<boolean>
  readonly sendAll: (wishes: readonly PolicyWish[], thenClose: boolean) => Promise<void>
}

/** Sends to each machine its own change, follows all to their ends, and closes once all is well. */
export function usePolicySending(
  send: (wish: PolicyWish) => Promise<Operation>,
  operationOf: (id: OperationId) => Operation | null,
  close: () => void,
): Sending {
  const sent = shallowRef<readonly Sent[]>([])
  const isAsking = ref(false)
  const isClosing = ref(false)
  const results = computed(() => sent.value.map((each) => resultOf(each, operationOf)))
  const isUnderWay = computed(
    () => isAsking.value || results.value.some(({ state }) => state === 'under-way'),
  )

  async function sendAll(wishes: readonly PolicyWish[], thenClose: boolean): Promise<void> {
    if (isUnderWay.value) return
    isAsking.value = true
    isClosing.value = thenClose
    sent.value = []
    sent.value = await Promise.all(wishes.map((wish) => sendOne(wish, send)))
    isAsking.value = false
  }

  watch([results, isAsking], () => {
    if (isClosing.value && !isAsking.value && areWell(results.value)) close()
  })

  return { results, isUnderWay, sendAll }
}

/** Of one machine a failure that comes later is told in a notice, as with every other change; so nobody waits for it. */
function areWell(results: readonly PolicyResult[]): boolean {
  const [first, ...others] = results
  if (first === undefined) return false
  return others.length === 0 ? first.state !== 'failed' : results.every(({ state }) => state === 'done')
}

async function sendOne(wish: PolicyWish, send: (wish: PolicyWish) => Promise<Operation>): Promise<Sent> {
  try {
    const { id } = await send(wish)
    return { vm: wish.vm, operationId: id, refusal: null }
  } catch (error) {
    return { vm: wish.vm, operationId: null, refusal: failureOf(error) }
  }
}

function resultOf(
  { vm, operationId, refusal }: Sent,
  operationOf: (id: OperationId) => Operation | null,
): PolicyResult {
  if (refusal !== null) return { vm, state: 'failed', failure: refusal }
  const operation = operationId === null ? null : operationOf(operationId)
  switch (operation?.state) {
    case 'done':
    case 'undone':
      return { vm, state: 'done', failure: null }
    case 'failed':
    case 'unknown':
      return { vm, state: 'failed', failure: operation.error }
    case 'waiting':
    case 'queued':
    case 'running':
    case 'merging':
    case undefined:
      return { vm, state: 'under-way', failure: null }
  }
}
