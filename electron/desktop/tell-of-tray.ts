import { Notification } from 'electron'

/** Whoever closes the window would take the app to have ended. */
export function tellOfTray(onClick: () => void): void {
  const notification = new Notification({
    title: 'Savepoint is still running',
    body: 'It is in the notification area of the taskbar. There you also quit it; what closing the window does is in the settings.',
  })
  // What nobody refers to any more may be collected before it is clicked.
  shown.add(notification)
  notification.once('click', onClick)
  notification.once('close', () => shown.delete(notification))
  notification.show()
}

const shown = new Set<Notification>()
