import { nextPaint } from './painted.ts'

/** Rows a frame: as fast as a wheel is turned. */
const step = 26 * 10

/** Milliseconds between one painted frame and the next while the list is scrolled, a step each frame. */
export async function scrollThrough(frames: number): Promise<readonly number[]> {
  const frame = document.querySelector('.frame')
  if (frame === null) throw new Error('There is nothing to scroll.')
  frame.scrollTop = 0
  await nextPaint()
  const times: number[] = []
  for (let count = 0; count <= frames; count += 1) {
    times.push(await nextFrame())
    frame.scrollTop += step
  }
  if (frame.scrollTop === 0) throw new Error('Nothing was scrolled.')
  return times.slice(1).map((time, index) => time - (times[index] ?? time))
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve)
  })
}
