import { onScopeDispose, watch } from 'vue'
import { useOperations } from '../stores/operations.ts'
import { useReadiness } from '../stores/readiness.ts'
import { useSelection } from '../stores/selection.ts'

/** Milliseconds. Whoever walks a list with the arrow keys rests for longer on what is to be looked at. */
const restedFor = 150
/** Milliseconds between two readings of what stays in view: the host does not say that a guest's service has stopped. */
const lookedAgain = 10_000
/** Of more at a time the host would be kept busy with questions. */
const mostRead = 12

/** Has read what decides the next checkpoint of the machines that are selected, while they are looked at. */
export function useWantedReadiness(): void {
  const selection = useSelection()
  const readiness = useReadiness()
  const operations = useOperations()
  let timer: ReturnType<typeof setTimeout> | null = null
  let round = 0

  /** One after another, the one whose checkpoints are shown first. */
  async function read(): Promise<void> {
    timer = null
    round += 1
    const mine = round
    for (const vm of inOrder()) {
      if (mine !== round) return
      await readiness.want(vm.id, vm)
    }
  }

  function inOrder(): typeof selection.vms {
    const { vm: lead, vms } = selection
    return lead === null ? [] : [lead, ...vms.filter((vm) => vm !== lead)].slice(0, mostRead)
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
    () => selection.vmIds.join(),
    () => {
      stop()
      rest()
    },
    { immediate: true },
  )
  // A machine that changes again and again must not put the reading off for ever.
  watch([() => selection.vms, () => readiness.expiries], rest)
  // The guest's service is no part of the machine that the list shows, so its change is known by what changed it.
  watch(
    () => selection.vms.map(({ id }) => operations.latestOf(id)).filter(hasMendedService).length,
    (mended, before) => {
      if (mended > before) readiness.expire()
    },
  )
  const again = setInterval(() => {
    if (document.visibilityState === 'visible') rest()
  }, lookedAgain)
  onScopeDispose(() => {
    stop()
    clearInterval(again)
  })
}

function hasMendedService(operation: ReturnType<ReturnType<typeof useOperations>['latestOf']>): boolean {
  return operation?.kind === 'enable-backup-service' && operation.state === 'done'
}
