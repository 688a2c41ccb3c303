import { icons, type IconName } from './icons.ts'

/** What of an icon's file is drawn. */
export interface IconDrawing {
  readonly outline: string
  readonly viewBox: string
}

/** Read once for each icon: a long list shows the same few over and over. */
const known = new Map<IconName, IconDrawing>()

export function drawingOf(name: IconName): IconDrawing {
  const before = known.get(name)
  if (before !== undefined) return before
  // The package's files are trusted, yet only their outlines are taken, so that no markup is ever inserted as text.
  const outline = [...icons[name].matchAll(/ d="([^"]+)"/g)].map(([, d]) => d ?? '').join('')
  const drawing = { outline, viewBox: / viewBox="([^"]+)"/.exec(icons[name])?.[1] ?? '0 0 16 16' }
  known.set(name, drawing)
  return drawing
}
