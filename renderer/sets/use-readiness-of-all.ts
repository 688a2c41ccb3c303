import { onScopeDispose, watch } from 'vue'
import type { Vm } from '#contract/model'
import { useReadiness } from '../stores/readiness.ts'

/** Of more at a time the host would be kept busy with questions. */
const atOnce = 3
/** Milliseconds between two readings of what stays in view: the host does not say that a guest's service has stopped. */
const lookedAgain = 10_000

/** Has read, a few at a time, what decides the next checkpoint of each, for as long as somebody looks. */
export function useReadinessOfAll(vms: () => readonly Vm[]): void {
  const readiness = useReadiness()
  let round = 0

  async function read(): Promise<void> {
    round += 1
    const mine = round
    const left = [...vms()]
    const work = async (): Promise<void> => {
      for (let vm = left.shift(); vm !== undefined && mine === round; vm = left.shift())
        await readiness.want(vm.id, vm)
    }
    await Promise.all(Array.from({ length: atOnce }, work))
  }

  watch([vms, () => readiness.expiries], () => void read(), { immediate: true })
  const again = setInterval(() => {
    if (document.visibilityState === 'visible') void read()
  }, lookedAgain)
  onScopeDispose(() => {
    round += 1
    clearInterval(again)
  })
}
