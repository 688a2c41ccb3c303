import { Notification } from 'electron'
import type { OperationNotification } from '#contract/operation-notification'
import { showWindow } from '#contract/show-window'
import type { TrayAction } from '#contract/tray-entry'
import type { Clock } from '../core/ports.ts'

/** Of those that nobody looked at; Windows keeps them for days. */
const mostKept = 20

/** Milliseconds. Who finds it later may not think of what was done since, so that its buttons only show the window then. */
const longestOffer = 10 * 60_000

/** Milliseconds between the two ways in which Windows tells of one click. */
const longestEcho = 500

type Act = (action: TrayAction) => void
type Time = Pick<Clock, 'monotonic' | 'after'>

/** Tells by Windows' own notifications. Where those are switched off the window still shows all of it. */
export function createNotifications(act: Act, clock: Time): (told: OperationNotification) => void {
  // What nobody refers to any more may be collected before it is clicked.
  const kept = new Set<Notification>()
  const answered = answerEarlierStarts(act, clock)
  return (told) => {
    if (!Notification.isSupported()) return
    const shownAt = clock.monotonic()
    const notification = notificationFor(told, (action) => {
      answered()
      if (!kept.delete(notification)) return
      const isLate = clock.monotonic() - shownAt > longestOffer
      act(isLate && action.do !== 'show' ? told.click : action)
    })
    keep(notification, kept)
    notification.show()
  }
}

function notificationFor({ title, body, buttons, click }: OperationNotification, answer: Act): Notification {
  const notification = new Notification({
    title,
    body,
    actions: buttons.map(({ label }) => ({ type: 'button', text: label })),
  })
  notification.on('click', () => {
    answer(click)
  })
  notification.on('action', ({ actionIndex }) => {
    answer(buttons[actionIndex]?.action ?? click)
  })
  return notification
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

/**
 * Of a notification of an earlier start nothing is known but that somebody wants to see the app. Windows tells of the others
 * as well, so the function returned says that one of these was answered.
 */
function answerEarlierStarts(act: Act, clock: Time): () => void {
  let answeredAt = -Infinity
  if (process.platform === 'win32') {
    Notification.handleActivation(() => {
      clock.after(longestEcho, () => {
        if (clock.monotonic() - answeredAt > 2 * longestEcho) act(showWindow())
      })
    })
  }
  return () => {
    answeredAt = clock.monotonic()
  }
}
