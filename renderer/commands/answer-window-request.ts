import { effectScope, watch } from 'vue'
import type { WindowRequest } from '#contract/desktop'
import { assertNever } from '#contract/errors'
import { questions } from '../dialogs/ask.ts'
import { lateDialogs } from '../dialogs/late-dialogs.ts'
import { healthOffer } from '../health/health-offer.ts'
import { useHosts } from '../stores/hosts.ts'
import { useVms } from '../stores/vms.ts'
import { answerAboutMachine } from './answer-about-machine.ts'
import { settingsOffer } from './app-commands.ts'

/**
 * Does what the tray, a notification or a second start asked this window for, and says so where what is meant is gone. A
 * window that has only just been opened waits for its list.
 */
export function answerWindowRequest(request: WindowRequest): void {
  switch (request.what) {
    case 'health':
      if (!isOpen(lateDialogs.health)) healthOffer.run()
      return
    case 'settings':
      if (!isOpen(lateDialogs.appSettings)) settingsOffer.run()
      return
    case 'window':
    case 'checkpoint-named':
    case 'revert':
    case 'rename-checkpoint':
    case 'operation':
      whenRead(() => {
        answerAboutMachine(request)
      })
      return
    default:
      assertNever(request)
  }
}

/** Where the host can't be reached there may never be a list, and that is said then. */
function whenRead(task: () => void): void {
  const vms = useVms()
  const hosts = useHosts()
  const scope = effectScope(true)

  function go(isOver: boolean): void {
    if (!isOver) return
    scope.stop()
    task()
  }

  scope.run(() => watch(() => vms.isRead || hosts.problem !== null, go, { immediate: true }))
}

function isOpen(dialog: object): boolean {
  return questions.value.some(({ component }) => component === dialog)
}
