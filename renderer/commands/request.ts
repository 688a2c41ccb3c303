import { failureOf, type Failure } from '#contract/errors'
import type { Operation, Vm } from '#contract/model'
import type { Input } from '#contract/operations'
import { useNotices } from '../stores/notices.ts'
import { useOperations, type ChangeName } from '../stores/operations.ts'
import { text } from '../text.ts'
import { once } from './once.ts'

/** Asks for something that needs no dialog; a refusal is shown as a notice, since there is no dialog to show it in. */
export async function request<K extends ChangeName>(
  kind: Operation['kind'],
  vm: Vm,
  name: K,
  input: Input<K> | (() => Promise<Input<K>>),
): Promise<void> {
  await once(`${name} ${vm.id}`, async () => {
    try {
      await useOperations().send(name, typeof input === 'function' ? await input() : input)
    } catch (error) {
      tellRefused(kind, vm, failureOf(error))
    }
  })
}

export function tellRefused(kind: Operation['kind'], vm: Vm, { message, detail }: Failure): void {
  const title = text.operation.asked(kind, vm.name, null)
  useNotices().add({
    id: `${kind} ${vm.id}`,
    severity: 'error',
    vmId: vm.id,
    title,
    message,
    detail: detail ?? null,
  })
}
