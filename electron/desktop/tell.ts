import { Notification } from 'electron'

/** Says something by Windows' own notifications that nobody asked for and that is no operation's. A click on it does what is given. */
export function tell(title: string, body: string, onClick: () => void): void {
  if (!Notification.isSupported()) return
  const notification = new Notification({ title, body })
  // What nobody refers to any more may be collected before it is clicked.
  shown.add(notification)
  notification.once('click', onClick)
  notification.once('close', () => shown.delete(notification))
  notification.show()
}

const shown = new Set<Notification>()
