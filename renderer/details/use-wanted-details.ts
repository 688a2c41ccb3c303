import { computed, onScopeDispose, watch } from 'vue'
import { useNow } from '../now.ts'
import { useDetails, type Wanted } from '../stores/details.ts'
import { useSelection } from '../stores/selection.ts'
import { wantedForCheckpoint, wantedForVm } from './wanted-for.ts'

/** Milliseconds. Whoever walks a list with the arrow keys rests for longer on what is to be looked at. */
const restedFor = 150

/** Has what the details pane shows read while it is shown, and no more than that. */
export function useWantedDetails(): void {
  const selection = useSelection()
  const details = useDetails()
  const now = useNow()
  let timer: ReturnType<typeof setTimeout> | null = null
  let round = 0

  const wanted = computed<readonly Wanted[]>(() => {
    const { vm, checkpoint } = selection
    if (vm === null) return []
    return checkpoint === null
      ? wantedForVm(vm, details.tabs.vm)
      : wantedForCheckpoint(vm, checkpoint, details.tabs.checkpoint)
  })

  /** One after another: Hyper-V is asked for what is looked at, and not kept busy with it. */
  async function read(): Promise<void> {
    timer = null
    round += 1
    const mine = round
    for (const each of wanted.value) {
      if (mine !== round || selection.vm === null) return
      await details.want(each, selection.vm)
    }
  }

  function rest(): void {
    timer ??= setTimeout(() => void read(), restedFor)
  }

  function stop(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    round += 1
  }

  watch(
    () => JSON.stringify(wanted.value),
    () => {
      stop()
      rest()
    },
    { immediate: true },
  )
  // A machine that changes again and again must not put the reading off for ever.
  watch([() => selection.vm, () => details.expiries, now], rest)
  onScopeDispose(stop)
}
