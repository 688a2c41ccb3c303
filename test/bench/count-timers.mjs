// Loaded with --import before the app: notes when each timer of the program goes off, and tells them where it is asked to.
const moments = []

for (const name of ['setTimeout', 'setInterval']) {
  const original = globalThis[name]
  globalThis[name] = Object.assign((callback, ...rest) => {
    const counted = (...parameters) => {
      moments.push(performance.now())
      return callback(...parameters)
    }
    return original(counted, ...rest)
  }, original)
}

process.on('SIGUSR2', () => process.send({ timers: moments.splice(0).length }))
