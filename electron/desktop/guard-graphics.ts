import { app } from 'electron'

/** Where it is kept over a start that this one lost the process that draws. */
export interface GraphicsStates {
  readonly load: () => { readonly values: Readonly<Record<string, unknown>> }
  readonly save: (state: { readonly wasLost: boolean }) => boolean
}

/** How processes end that nothing is wrong with. */
const inOrder: ReadonlySet<string> = new Set(['clean-exit', 'killed'])

/**
 * Chromium starts the process that draws again by itself, and ends the whole app where it is lost again and again. The
 * start after such an end draws without the graphics card, and the one after that tries it again, so that nothing goes
 * round in a circle. To be called before Electron is ready; answers whether this start draws without it.
 */
export function guardGraphics(states: GraphicsStates): boolean {
  const wasLost = states.load().values.wasLost === true
  if (wasLost) {
    app.disableHardwareAcceleration()
    states.save({ wasLost: false })
    return true
  }
  let isLost = false
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (isLost || type !== 'GPU' || inOrder.has(reason)) return
    isLost = true
    states.save({ wasLost: true })
  })
  app.once('quit', () => {
    if (isLost) states.save({ wasLost: false })
  })
  return false
}
