import { onScopeDispose, watch } from 'vue'
import type { Vm } from '#contract/model'
import { useNow } from '../now.ts'
import { useDetails } from '../stores/details.ts'
import { useCosts } from './costs.ts'

/** Milliseconds. Whoever walks a list with the arrow keys rests for longer on what is to be looked at. */
const restedFor = 150

/** Has what the files of a machine take read while it is looked at. Null where nobody looks at any. */
export function useWantedCosts(vm: () => Vm | null): void {
  const costs = useCosts()
  const details = useDetails()
  const now = useNow()
  let timer: ReturnType<typeof setTimeout> | null = null

  function read(): void {
    timer = null
    const wanted = vm()
    if (wanted !== null) void costs.want(wanted.id, wanted)
  }

  function rest(): void {
    timer ??= setTimeout(read, restedFor)
  }

  function stop(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  watch(
    () => vm()?.id,
    () => {
      stop()
      rest()
    },
    { immediate: true },
  )
  // A machine that changes again and again must not put the reading off for ever.
  watch([vm, () => details.expiries, now], rest)
  onScopeDispose(stop)
}
