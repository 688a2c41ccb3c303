/** Looks every millisecond; the function returned stops that, and answers the longest time in which nothing else could run. */
export function watchMainLoop(): () => number {
  let longest = 0
  let last = performance.now()
  const look = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last - interval)
    last = now
  }
  const timer = setInterval(look, interval)
  return () => {
    look()
    clearInterval(timer)
    return longest
  }
}

/** Milliseconds. */
const interval = 1
