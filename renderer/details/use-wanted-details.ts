import { computed, watch } from 'vue'
import { useNow } from '../now.ts'
import { useDetails, type Wanted } from '../stores/details.ts'
import { useSelection } from '../stores/selection.ts'
import { useRestedReading } from '../stores/use-rested-reading.ts'
import { wantedForCheckpoint, wantedForVm } from './wanted-for.ts'

/** Has what the details pane shows read while it is shown, and no more than that. */
export function useWantedDetails(): void {
  const selection = useSelection()
  const details = useDetails()
  const now = useNow()

  const wanted = computed<readonly Wanted[]>(() => {
    const { vm, checkpoint } = selection
    if (vm === null) return []
    return checkpoint === null
      ? wantedForVm(vm, details.tabs.vm)
      : wantedForCheckpoint(vm, checkpoint, details.tabs.checkpoint)
  })

  /** One after another: Hyper-V is asked for what is looked at, and not kept busy with it. */
  const { rest, restAnew } = useRestedReading(async (isWanted) => {
    for (const each of wanted.value) {
      if (!isWanted() || selection.vm === null) return
      await details.want(each, selection.vm)
    }
  })

  watch(() => JSON.stringify(wanted.value), restAnew, { immediate: true })
  // A machine that changes again and again must not put the reading off for ever.
  watch([() => selection.vm, () => details.expiries, now], rest)
}
