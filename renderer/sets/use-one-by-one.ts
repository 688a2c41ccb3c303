import { computed, effectScope, onScopeDispose, ref, shallowReactive, watch, type ComputedRef } from 'vue'
import { failureOf } from '#contract/errors'
import type { Operation, OperationId, VmId } from '#contract/model'
import { useOperations } from '../stores/operations.ts'
import { resultOf, type SetResult } from './set-result.ts'

interface OneByOne {
  readonly results: ReadonlyMap<VmId, SetResult>
  readonly isRunning: ComputedRef<boolean>
  readonly isStarted: ComputedRef<boolean>
  /** In this order; the next only when the one before it has ended well. */
  readonly run: (vmIds: readonly VmId[], send: (vmId: VmId) => Promise<Operation>) => Promise<void>
  /** What is under way is left to end; nothing more is sent. */
  readonly stop: () => void
}

/** Does something to one machine after another, and stops where one fails or where nobody is there any more to see it. */
export function useOneByOne(): OneByOne {
  const operations = useOperations()
  const scope = effectScope()
  const results = shallowReactive(new Map<VmId, SetResult>())
  const isRunning = ref(false)
  const isStopped = ref(false)

  /** The result once it has one. What is no longer known of is not known to have gone well. */
  function ended(vmId: VmId, id: OperationId): Promise<SetResult> {
    return new Promise((resolve) => {
      const follow = (operation: Operation | undefined): void => {
        const result = operation === undefined ? gone : resultOf(operation)
        results.set(vmId, result)
        if (result.state === 'under-way') return
        end?.()
        resolve(result)
      }
      const end = scope.run(() => watch(() => operations.byId.get(id), follow))
      follow(operations.byId.get(id))
    })
  }

  async function runOne(vmId: VmId, send: (vmId: VmId) => Promise<Operation>): Promise<boolean> {
    results.set(vmId, resultOf(null))
    try {
      return (await ended(vmId, (await send(vmId)).id)).state === 'done'
    } catch (error) {
      results.set(vmId, { state: 'failed', failure: failureOf(error) })
      return false
    }
  }

  onScopeDispose(() => {
    isStopped.value = true
    scope.stop()
  })

  return {
    results,
    isRunning: computed(() => isRunning.value),
    isStarted: computed(() => results.size > 0),
    run: async (vmIds, send) => {
      if (results.size > 0) return
      isRunning.value = true
      for (const vmId of vmIds) results.set(vmId, { state: 'waiting' })
      for (const vmId of vmIds) if (isStopped.value || !(await runOne(vmId, send))) isStopped.value = true
      for (const [vmId, { state }] of results) if (state === 'waiting') results.set(vmId, { state: 'left' })
      isRunning.value = false
    },
    stop: () => {
      isStopped.value = true
    },
  }
}

const gone: SetResult = { state: 'failed', failure: null }
