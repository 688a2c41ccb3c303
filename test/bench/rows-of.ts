import type { Measurement } from './bench-case.ts'
import type { Rounds } from './rounds.ts'

/** A row for each peer and measure, in the order given. */
export function rowsOf<P extends string, M extends string>(
  took: Rounds<P, M>,
  peers: readonly P[],
  units: Readonly<Partial<Record<M, Measurement['unit']>>>,
): readonly Measurement[] {
  // The keys of a record of measures are measures.
  const measures = Object.entries(units) as [M, Measurement['unit']][]
  return peers.flatMap((peer) =>
    measures
      .map(([measure, unit]) => ({ peer, measure, unit, values: took(peer, measure) }))
      // Not every peer has every measure.
      .filter(({ values }) => values.every((value) => !Number.isNaN(value))),
  )
}
