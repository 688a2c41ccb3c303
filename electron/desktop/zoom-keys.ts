import type { WebContents } from 'electron'

/** Without a menu nobody listens to the keys by which people make text larger, so this does. */
export function addZoomKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, { type, key, control, alt, meta }) => {
    if (type !== 'keyDown' || !control || alt || meta) return
    const level = zoomLevel(key, contents.getZoomLevel())
    if (level === null) return
    event.preventDefault()
    contents.setZoomLevel(level)
  })
}

/** Electron's levels: each is a fifth larger than the one before, and 0 is the true size. */
function zoomLevel(key: string, now: number): number | null {
  switch (key) {
    case '+':
    case '=':
      return Math.min(now + 0.5, 6)
    case '-':
      return Math.max(now - 0.5, -3)
    case '0':
      return 0
    default:
      return null
  }
}
