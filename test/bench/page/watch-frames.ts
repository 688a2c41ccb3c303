/** From now on; answers with a function that tells the longest time between two frames and begins anew. */
export function watchFrames(): () => number {
  let last = performance.now()
  let longest = 0
  const watch = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    requestAnimationFrame(watch)
  }
  requestAnimationFrame(watch)
  return () => {
    const told = longest
    longest = 0
    return told
  }
}
