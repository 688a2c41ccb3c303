import { parseArgs } from 'node:util'

/** How often each is done; 0 leaves it out. */
export interface SoakOptions {
  readonly calls: number
  readonly polls: number
  readonly restarts: number
  /** Of what is left to chance. */
  readonly seed: number
}

const usual = { calls: 1_000_000, polls: 100_000, restarts: 10_000 } as const

/** Throws where an option is unknown, or is no number. */
export function readSoakOptions(parameters: readonly string[], anySeed: number): SoakOptions {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      calls: { type: 'string' },
      polls: { type: 'string' },
      restarts: { type: 'string' },
      seed: { type: 'string' },
    },
  })
  return {
    calls: numberOf('calls', values.calls, usual.calls),
    polls: numberOf('polls', values.polls, usual.polls),
    restarts: numberOf('restarts', values.restarts, usual.restarts),
    seed: numberOf('seed', values.seed, anySeed),
  }
}

function numberOf(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new Error(`--${name} takes a whole number, and not “${text}”.`)
}
