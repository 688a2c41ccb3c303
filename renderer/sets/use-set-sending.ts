import { computed, ref, shallowReactive, type ComputedRef } from 'vue'
import { failureOf, type Failure } from '#contract/errors'
import type { Operation, OperationId, VmId } from '#contract/model'
import { useOperations } from '../stores/operations.ts'
import { resultOf, type SetResult } from './set-result.ts'

interface SetSending {
  /** Of those to which something was sent. */
  readonly results: ComputedRef<ReadonlyMap<VmId, SetResult>>
  readonly isSent: Readonly<ComputedRef<boolean>>
  /** To all at the same time, once; each is followed to its end. */
  readonly sendAll: (vmIds: readonly VmId[], send: (vmId: VmId) => Promise<Operation>) => Promise<void>
}

/** Sends to each of several machines and tells how it goes with each. */
export function useSetSending(): SetSending {
  const operations = useOperations()
  const answers = shallowReactive(new Map<VmId, OperationId | Failure | null>())
  const isSent = ref(false)

  async function sendOne(vmId: VmId, send: (vmId: VmId) => Promise<Operation>): Promise<void> {
    answers.set(vmId, null)
    try {
      answers.set(vmId, (await send(vmId)).id)
    } catch (error) {
      answers.set(vmId, failureOf(error))
    }
  }

  function resultOfAnswer(answer: OperationId | Failure | null): SetResult {
    if (answer === null) return resultOf(null)
    if (typeof answer === 'string') return resultOf(operations.byId.get(answer) ?? null)
    return { state: 'failed', failure: answer }
  }

  return {
    results: computed(
      () => new Map([...answers].map(([vmId, answer]) => [vmId, resultOfAnswer(answer)] as const)),
    ),
    isSent: computed(() => isSent.value),
    sendAll: async (vmIds, send) => {
      if (isSent.value) return
      isSent.value = true
      await Promise.all(vmIds.map((vmId) => sendOne(vmId, send)))
    },
  }
}
