import { watch } from 'vue'
import type { Vm } from '#contract/model'
import { useNow } from '../now.ts'
import { useDetails } from '../stores/details.ts'
import { useRestedReading } from '../stores/use-rested-reading.ts'
import { useCosts } from './costs.ts'

/** Has what the files of a machine take read while it is looked at. Null where nobody looks at any. */
export function useWantedCosts(vm: () => Vm | null): void {
  const costs = useCosts()
  const details = useDetails()
  const now = useNow()

  const { rest, restAnew } = useRestedReading(async () => {
    const wanted = vm()
    if (wanted !== null) await costs.want(wanted.id, wanted)
  })

  watch(() => vm()?.id, restAnew, { immediate: true })
  // A machine that changes again and again must not put the reading off for ever.
  watch([vm, () => details.expiries, now], rest)
}
