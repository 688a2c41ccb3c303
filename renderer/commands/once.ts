const running = new Set<string>()

/** Does nothing while the same thing is still being asked for, so that an impatient hand never asks twice. */
export async function once(what: string, task: () => Promise<void>): Promise<void> {
  if (running.has(what)) return
  running.add(what)
  try {
    await task()
  } finally {
    running.delete(what)
  }
}
