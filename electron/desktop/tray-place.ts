import type { Rectangle } from 'electron'

/** Between the small window and what is around it, as Windows' own have it. */
const gap = 12

/** Where a window of that size goes: beside the icon, on whichever edge the taskbar is, and wholly within what programs may use of the screen. */
export function placeBeside(
  icon: Rectangle,
  free: Rectangle,
  size: { readonly width: number; readonly height: number },
): Rectangle {
  const width = Math.min(size.width, free.width - 2 * gap)
  const height = Math.min(size.height, free.height - 2 * gap)
  const from = icon.width > 0 ? icon : usualPlace(free)
  const middle = { x: from.x + from.width / 2, y: from.y + from.height / 2 }
  const isLow = middle.y > free.y + free.height / 2
  const y = isLow ? from.y - gap - height : from.y + from.height + gap
  return {
    x: within(Math.round(middle.x - width / 2), free.x, free.x + free.width - width),
    y: within(Math.round(y), free.y, free.y + free.height - height),
    width,
    height,
  }
}

/** Where Windows does not say where the icon is, it is where trays mostly are. */
function usualPlace({ x, y, width, height }: Rectangle): Rectangle {
  return { x: x + width, y: y + height, width: 0, height: 0 }
}

function within(value: number, from: number, to: number): number {
  return Math.min(Math.max(value, from + gap), to - gap)
}
