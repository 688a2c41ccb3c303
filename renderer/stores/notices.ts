import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
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

/** What went well, for those who listen. */
export interface Announcement {
  readonly id: number
  readonly message: string
}

/** As many as may end at the same moment and still be read one after the other. */
const announcementsKept = 8

/** What people must be told although they look elsewhere. A notice stays until it is dismissed. */
export const useNotices = defineStore('notices', () => {
  const notices = shallowRef<readonly Notice[]>([])
  /** Each has a place of its own: what takes the place of another in the same moment, or says the same again, is not read. */
  const announcements = shallowRef<readonly Announcement[]>([])

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
    const last = announcements.value.at(-1)?.id ?? 0
    announcements.value = [...announcements.value, { id: last + 1, message }].slice(-announcementsKept)
  }

  return { notices, announcements, add, dismiss, isShown, announce }
})
