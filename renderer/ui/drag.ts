/** Follows a pressed pointer until it is let go; tells how far it went since it was pressed. A mere click moves nothing. */
export function drag(
  event: PointerEvent,
  { moved, ended }: { readonly moved: (x: number, y: number) => void; readonly ended: () => void },
): void {
  const handle = event.currentTarget
  if (!(handle instanceof HTMLElement) || event.button !== 0) return
  let hasMoved = false
  const follow = ({ clientX, clientY }: PointerEvent): void => {
    hasMoved = true
    moved(clientX - event.clientX, clientY - event.clientY)
  }
  handle.setPointerCapture(event.pointerId)
  handle.addEventListener('pointermove', follow)
  handle.addEventListener(
    'lostpointercapture',
    () => {
      handle.removeEventListener('pointermove', follow)
      if (hasMoved) ended()
    },
    { once: true },
  )
}
