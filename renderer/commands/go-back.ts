import { effectScope, watch } from 'vue'
import type { Operation } from '#contract/model'
import type { Input } from '#contract/operations'
import { useOperations } from '../stores/operations.ts'
import { useVms } from '../stores/vms.ts'
import { request } from './request.ts'

/** Rejects with `AppError` where it was refused; nothing is started then either. */
export async function goBack<K extends 'checkpoint.apply' | 'vm.revert'>(
  name: K,
  input: Input<K>,
  isStartedAfterwards: boolean,
): Promise<void> {
  const operation = await useOperations().send(name, input)
  if (isStartedAfterwards) startWhenDone(operation)
}

/** Where it failed, or nobody can tell how it ended, the machine is left as it is. */
function startWhenDone({ id, vmId }: Operation): void {
  const operations = useOperations()
  const scope = effectScope(true)

  function follow(operation: Operation | undefined): void {
    if (operation?.endedAt === null) return
    scope.stop()
    const vm = useVms().byId.get(vmId)
    if (operation?.state === 'done' && vm !== undefined) void request('start', vm, 'vm.start', { vmId })
  }

  scope.run(() => watch(() => operations.byId.get(id), follow, { immediate: true }))
}
