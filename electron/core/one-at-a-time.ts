/** While one run is under way, all who ask share a second one that starts after it: a reading they asked for is never older than their asking. */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | null = null
  let following: Promise<void> | null = null
  const begin = (): Promise<void> => {
    current = run().finally(() => {
      current = null
    })
    return current
  }
  return () => {
    if (current === null) return begin()
    following ??= current.then(() => {
      following = null
      return begin()
    })
    return following
  }
}
