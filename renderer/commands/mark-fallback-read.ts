import { failureOf } from '#contract/errors'
import type { CheckpointId } from '#contract/model'
import { call } from '../bridge.ts'
import { sentence } from '../sentence.ts'
import { useNotices } from '../stores/notices.ts'
import { text } from '../text.ts'
import { once } from './once.ts'

/** Puts the notice away for good; where that can’t be kept it stays, and says why. */
export async function markFallbackRead(checkpointId: CheckpointId): Promise<void> {
  await once(`record.markRead ${checkpointId}`, async () => {
    try {
      await call('record.markRead', { checkpointId })
    } catch (error) {
      const { message, detail } = failureOf(error)
      useNotices().add({
        id: `record.markRead ${checkpointId}`,
        severity: 'error',
        vmId: null,
        title: sentence`${text.verdict.fallback.read}`,
        message,
        detail: detail ?? null,
      })
    }
  })
}
