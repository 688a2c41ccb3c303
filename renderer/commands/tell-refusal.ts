import { failureOf } from '#contract/errors'
import type { Vm } from '#contract/model'
import { sentence, strong } from '../sentence.ts'
import { useNotices } from '../stores/notices.ts'

/** What was refused and is no operation, so that no other place tells it. */
export function tellRefusal(id: string, { id: vmId, name }: Vm, label: string, error: unknown): void {
  const { message, detail } = failureOf(error)
  useNotices().add({
    id,
    severity: 'error',
    vmId,
    title: sentence`${strong(name)}: ${label}`,
    message,
    detail: detail ?? null,
  })
}
