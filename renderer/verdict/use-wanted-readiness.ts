import { onScopeDispose, watch } from 'vue'
import { useOperations } from '../stores/operations.ts'
import { useReadiness } from '../stores/readiness.ts'
import { useSelection } from '../stores/selection.ts'
import { useRestedReading } from '../stores/use-rested-reading.ts'

/** Milliseconds between two readings of what stays in view: the host does not say that a guest's service has stopped. */
const lookedAgain = 10_000
/** Of more at a time the host would be kept busy with questions. */
const mostRead = 12

/** Has read what decides the next checkpoint of the machines that are selected, while they are looked at. */
export function useWantedReadiness(): void {
  const selection = useSelection()
  const readiness = useReadiness()
  const operations = useOperations()

  /** One after another, the one whose checkpoints are shown first. */
  const { rest, restAnew } = useRestedReading(async (isWanted) => {
    for (const vm of inOrder()) {
      if (!isWanted()) return
      await readiness.want(vm.id, vm)
    }
  })

  function inOrder(): typeof selection.vms {
    const { vm: lead, vms } = selection
    return lead === null ? [] : [lead, ...vms.filter((vm) => vm !== lead)].slice(0, mostRead)
  }

  watch(() => selection.vmIds.join(), restAnew, { immediate: true })
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
    clearInterval(again)
  })
}

function hasMendedService(operation: ReturnType<ReturnType<typeof useOperations>['latestOf']>): boolean {
  return operation?.kind === 'enable-backup-service' && operation.state === 'done'
}
