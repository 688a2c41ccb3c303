import { parseArgs } from 'node:util'

/** `npm run bench -- …` */
export interface BenchOptions {
  /** The names of the cases to run; all of them where none is named. */
  readonly cases: readonly string[]
  readonly isQuick: boolean
  /** Where to write everything that was measured, as JSON. */
  readonly json: string | undefined
  /** Whether to write docs/performance.md and its picture. */
  readonly docs: boolean
}

export function readBenchOptions(parameters: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      case: { type: 'string', multiple: true, default: [] },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      docs: { type: 'boolean', default: false },
    },
  })
  return { cases: values.case, isQuick: values.quick, json: values.json, docs: values.docs }
}
