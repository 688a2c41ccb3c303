import { failureOf } from '#contract/errors'
import { call } from '../bridge.ts'
import { sentence } from '../sentence.ts'
import { useNotices } from '../stores/notices.ts'
import { text } from '../text.ts'
import { once } from './once.ts'

/** Shows where a file is, in the system's own window of folders; what stands in the way is shown as a notice. */
export async function showPath(path: string): Promise<void> {
  await once(`folder.show ${path}`, async () => {
    try {
      await call('folder.show', { path })
    } catch (error) {
      const { message, detail } = failureOf(error)
      useNotices().add({
        id: 'folder.show',
        severity: 'error',
        vmId: null,
        title: sentence`${text.details.disks.showFailed}`,
        message,
        detail: detail ?? null,
      })
    }
  })
}
