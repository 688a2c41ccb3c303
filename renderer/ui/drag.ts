/** Follows a pressed pointer until it is let go; tells how far it went since it was pressed. */
export function drag(
  event: PointerEvent,
  { moved, ended }: { readonly moved: (x: number, y: number) => void; readonly ended: () => void },
): void {
  const handle = event.currentTarget
  if (!(handle instanceof HTMLElement) || event.button !== 0) return
  const follow = ({ clientX, clientY }: PointerEvent): void => {
    moved(clientX - event.clientX, clientY - event.clientY)
  }
  handle.setPointerCapture(event.pointerId)
  handle.addEventListener('pointermove', follow)
  handle.addEventListener(
    'lostpointercapture',
    () => {
      handle.removeEventListener('pointermove', follow)
      ended()
    },
    { once: true },
  )
}
