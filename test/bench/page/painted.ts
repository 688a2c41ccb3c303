/** Milliseconds that a frame's work takes: what `work` does, style, layout and painting. Begun where the frame begins, so that none is spent on waiting for one. */
export function paintTime(work: () => void): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now()
      work()
      void afterPaint().then(() => {
        resolve(performance.now() - start)
      })
    })
  })
}

/** Settles when what was changed until now has been painted: a task comes after the frame that is under way. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      resolve()
    }
    channel.port2.postMessage(null)
  })
}

/** Settles when the next frame has been painted. */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      void afterPaint().then(resolve)
    })
  })
}
