import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/** The time, for ages. It moves on twice a minute, which is as fine as ages are shown. */
export function useNow(): Readonly<Ref<number>> {
  const now = ref(Date.now())
  const timer = setInterval(() => {
    now.value = Date.now()
  }, 30_000)
  onScopeDispose(() => {
    clearInterval(timer)
  })
  return readonly(now)
}
