import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Failure } from '#contract/errors'
import type { HostStatus } from '#contract/model'
import { text } from '../text.ts'

/** The link between this window and the rest of the app; whether Hyper-V answers is in the host's own status. */
export type Link = 'connecting' | 'linked' | 'lost' | 'refused'

export const useHosts = defineStore('hosts', () => {
  const status = shallowRef<HostStatus | null>(null)
  const link = ref<Link>('connecting')
  /** Whether the rest of the app is there and answers nothing at the moment. */
  const isWaiting = ref(false)

  function put(changed: HostStatus): void {
    status.value = changed
  }

  function setLink(changed: Link): void {
    link.value = changed
  }

  /** Why what is shown may not be true any more, or null. */
  const problem = computed<Failure | null>(() => {
    if (link.value === 'refused') return { code: 'untrusted', message: text.link.startedAnew }
    if (link.value === 'lost') return { code: 'host-lost', message: text.link.lost }
    if (status.value?.connection !== 'lost') return null
    return status.value.problem ?? { code: 'host-lost', message: text.hosts.notReached(status.value.name) }
  })

  /** In a few words, above the reason. */
  const problemTitle = computed(() => {
    switch (link.value) {
      case 'refused':
        return text.link.startedAnewTitle
      case 'lost':
        return text.link.lostTitle
      case 'connecting':
      case 'linked':
        return text.hosts.notReached(status.value?.name ?? '')
    }
  })

  const isConnecting = computed(
    () =>
      problem.value === null &&
      (link.value === 'connecting' || status.value === null || status.value.connection === 'connecting'),
  )

  return { status, link, isWaiting, problem, problemTitle, isConnecting, put, setLink }
})
