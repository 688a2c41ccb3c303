import { Notification } from 'electron'
import type { OperationNotification } from '#contract/operation-notification'
import type { TrayAction } from '#contract/tray-entry'
import type { Clock } from '../core/ports.ts'

/** Of those that nobody looked at; Windows keeps them for days. */
const mostKept = 20

/** Milliseconds. Who finds it later may not think of what was done since, so that its buttons only show the window then. */
const longestOffer = 10 * 60_000

/** Tells by Windows' own notifications. Where those are switched off the window still shows all of it. */
export function createNotifications(
  act: (action: TrayAction) => void,
  clock: Pick<Clock, 'monotonic'>,
): (told: OperationNotification) => void {
  // What nobody refers to any more may be collected before it is clicked.
  const kept = new Set<Notification>()
  return ({ title, body, buttons, click }) => {
    if (!Notification.isSupported()) return
    const notification = new Notification({
      title,
      body,
      actions: buttons.map(({ label }) => ({ type: 'button', text: label })),
    })
    const shownAt = clock.monotonic()
    const answer = (action: TrayAction): void => {
      if (!kept.delete(notification)) return
      const isLate = clock.monotonic() - shownAt > longestOffer
      act(isLate && action.do !== 'show' ? click : action)
    }
    notification.on('click', () => {
      answer(click)
    })
    notification.on('action', ({ actionIndex }) => {
      answer(buttons[actionIndex]?.action ?? click)
    })
    keep(notification, kept)
    notification.show()
  }
}

/** One that went away by itself is in the notification centre now, and can still be clicked there. */
function keep(notification: Notification, kept: Set<Notification>): void {
  notification.on('close', ({ reason }) => {
    if (reason !== 'timedOut') kept.delete(notification)
  })
  notification.on('failed', () => kept.delete(notification))
  kept.add(notification)
  const [oldest] = kept
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}
