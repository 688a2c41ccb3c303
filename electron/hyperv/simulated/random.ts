/** Chance that is the same for the same seed, so that a demo can be repeated and a failing test replayed. */
export interface Random {
  /** From 0 up to, but never, 1. */
  readonly next: () => number
  readonly guid: () => string
}

/** Chances of two variants never make the same Id, whatever their seeds are. */
type Variant = '8' | '9'

export function createRandom(seed: number, variant: Variant = '8'): Random {
  let state = seed >>> 0
  // Mulberry32: four lines, 32 bits of state, and good enough to look like life.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    const mixed = Math.imul(state ^ (state >>> 15), state | 1)
    const stirred = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))
    return ((stirred ^ (stirred >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, guid: () => guidFrom(next, variant) }
}

/** Version 4 in form, as Hyper-V's own Ids are. */
function guidFrom(next: () => number, variant: Variant): string {
  const digits = `xxxxxxxx-xxxx-4xxx-${variant}xxx-xxxxxxxxxxxx`
  return digits.replaceAll('x', () => Math.floor(next() * 16).toString(16))
}
