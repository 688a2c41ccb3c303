/** Hands out, for each value that is as it was, the object from before, by its key: what is drawn from it is then left alone. */
export function keepSame<K, T>(
  keyOf: (value: T) => K,
  isSame: (before: T, now: T) => boolean,
): (values: readonly T[]) => readonly T[] {
  let known: ReadonlyMap<K, T> = new Map()
  return (values) => {
    const kept = values.map((value) => {
      const before = known.get(keyOf(value))
      return before !== undefined && isSame(before, value) ? before : value
    })
    known = new Map(kept.map((value) => [keyOf(value), value]))
    return kept
  }
}
