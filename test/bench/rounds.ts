import type { BenchSettings } from './bench-case.ts'

/** Per peer and measure one number a round. */
export type Rounds<P extends string, M extends string> = (peer: P, measure: M) => readonly number[]

/** What each peer does in a round. */
type Contenders<P extends string, M extends string> = Readonly<Record<P, () => Promise<Result<M>>>>

/** A number for each measure. */
type Result<M extends string> = Readonly<Record<M, number>>

/** All of them in every round, in an order that is new each time; the first round warms up and is not counted. */
export async function runRounds<P extends string, M extends string>(
  contenders: Contenders<P, M>,
  { rounds, onProgress }: BenchSettings,
): Promise<Rounds<P, M>> {
  // The keys of a record of peers are peers.
  const names = Object.keys(contenders) as P[]
  const results: ReadonlyMap<P, Result<M>>[] = []
  for (let round = 0; round <= rounds; round += 1) {
    onProgress(round === 0 ? 'warming up' : `round ${String(round)} of ${String(rounds)}`)
    const result = new Map<P, Result<M>>()
    for (const name of shuffled(names)) {
      globalThis.gc?.()
      result.set(name, await contenders[name]())
    }
    if (round > 0) results.push(result)
  }
  return (peer, measure) => results.map((result) => result.get(peer)?.[measure] ?? NaN)
}

/** For what takes so long that a quick run has time for little of it. */
export function fewRounds(settings: BenchSettings): BenchSettings {
  return settings.isQuick ? { ...settings, rounds: 1 } : settings
}

function shuffled<T>(values: readonly T[]): readonly T[] {
  return values
    .map((value) => ({ value, order: Math.random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ value }) => value)
}
