import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { VmId } from '#contract/model'
import type { Sentence } from '../sentence.ts'

export interface Notice {
  /** The same thing said twice replaces itself. */
  readonly id: string
  readonly severity: 'error' | 'warning'
  /** The machine it is about, where there is one. */
  readonly vmId: VmId | null
  readonly title: Sentence
  readonly message: string
  /** The host's own words. */
  readonly detail: string | null
}

/** What people must be told although they look elsewhere. A notice stays until it is dismissed. */
export const useNotices = defineStore('notices', () => {
  const notices = shallowRef<readonly Notice[]>([])
  /** The last thing that went well, for those who listen. */
  const announcement = ref('')

  function add(notice: Notice): void {
    notices.value = [...notices.value.filter(({ id }) => id !== notice.id), notice]
  }

  function dismiss(id: string): void {
    notices.value = notices.value.filter((notice) => notice.id !== id)
  }

  function isShown(id: string): boolean {
    return notices.value.some((notice) => notice.id === id)
  }

  function announce(message: string): void {
    announcement.value = message
  }

  return { notices, announcement, add, dismiss, isShown, announce }
})
