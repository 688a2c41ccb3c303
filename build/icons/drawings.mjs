import { readFileSync } from 'node:fs'

/** Pixels of the program's icon, as Windows asks for them at its scale factors; the largest is for the Explorer. */
export const iconSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256]
/** Pixels of an icon in the taskbar at 100, 125, 150 and 200 %. */
const traySizes = [16, 20, 24, 32]
const steps = [0, 25, 50, 75, 100]

/** The colours of each taskbar: the mark, an empty bar, a filled one, and what asks for attention with the sign on it. */
const taskbars = {
  light: { mark: '#1b1b1b', track: '#b9b9b9', bar: '#005fb8', dot: '#bc4b09', sign: '#ffffff' },
  dark: { mark: '#ffffff', track: '#6b6b6b', bar: '#60cdff', dot: '#fcb267', sign: '#1b1b1b' },
}

/** The drawing of the program, which all others are made from. On Windows a checkout may have put CRLF into it. */
export function iconDrawing() {
  return readFileSync(new URL('icon.svg', import.meta.url), 'utf8').replaceAll('\r\n', '\n')
}

/** What the tray may show, each as the name of its file, its width in pixels and its drawing. */
export function trayDrawings() {
  return Object.entries(taskbars).flatMap(([taskbar, colours]) =>
    Object.entries(statesIn(colours)).flatMap(([state, content]) =>
      traySizes.map((size) => ({
        file: `${state}-${taskbar}-${size}.png`,
        size,
        drawing: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${content}</svg>`,
      })),
    ),
  )
}

/** Each state has a shape of its own, for colours alone tell not everybody apart: nothing, a bar, a sign. */
function statesIn(colours) {
  return {
    normal: mark(colours, 1.45, 16),
    ...Object.fromEntries(steps.map((percent) => [`working-${percent}`, working(colours, percent)])),
    attention: attention(colours),
  }
}

function working(colours, percent) {
  const bar = `<rect y="26" width="32" height="6" fill="${colours.track}" />`
  const done = `<rect y="26" width="${(32 * percent) / 100}" height="6" fill="${colours.bar}" />`
  return mark(colours, 1.2, 12) + bar + done
}

/** The mark stays clear of the sign by a gap, without which both run together at 16 pixels. */
function attention(colours) {
  const gap = `<mask id="gap"><rect width="32" height="32" fill="#fff" /><circle cx="23" cy="23" r="12" fill="#000" /></mask>`
  const sign = `<path d="M23 17.5v6.5M23 27v2" stroke="${colours.sign}" stroke-width="2" />`
  return `${gap}<g mask="url(#gap)">${mark(colours, 1.45, 16)}</g><circle cx="23" cy="23" r="9" fill="${colours.dot}" />${sign}`
}

/** The mark of the program without its tile, so large and with its middle at that height. */
function mark(colours, scale, middle) {
  const [, drawn] = /<g id="mark"[^>]*>(.*)<\/g>\s*<\/svg>/s.exec(iconDrawing())
  return `<g color="${colours.mark}" transform="translate(16 ${middle}) scale(${scale}) translate(-16 -16.25)">${drawn}</g>`
}
