import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { secondsUntil } from '../seconds-until.ts'

/** Whole seconds until a moment, counted down to none. */
export function useSecondsLeft(moment: string): Readonly<Ref<number>> {
  const left = ref(secondsUntil(moment))
  const timer = setInterval(() => {
    left.value = secondsUntil(moment)
  }, 250)
  onScopeDispose(() => {
    clearInterval(timer)
  })
  return readonly(left)
}
