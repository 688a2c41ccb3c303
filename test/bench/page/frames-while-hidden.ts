/** How many frames the page asks for in so many milliseconds while its document says that it is hidden. */
export async function framesWhileHidden(milliseconds: number): Promise<number> {
  for (const [name, value] of Object.entries({ hidden: true, visibilityState: 'hidden' }))
    Object.defineProperty(document, name, { value, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
  const original = window.requestAnimationFrame.bind(window)
  let frames = 0
  window.requestAnimationFrame = (callback) => {
    frames += 1
    return original(callback)
  }
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  window.requestAnimationFrame = original
  return frames
}
