import { parseArgs } from 'node:util'

/** `npm run bench -- …` */
export interface BenchOptions {
  /** The names of the cases to run; all of them where none is named. */
  readonly cases: readonly string[]
  readonly isQuick: boolean
  /** Whether only to say which cases there are. */
  readonly list: boolean
  /** A file that keeps everything that was measured, run after run, as JSON. */
  readonly json: string | undefined
  /** Whether to write docs/performance.md and its picture. */
  readonly docs: boolean
}

export function readBenchOptions(parameters: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      case: { type: 'string', multiple: true, default: [] },
      list: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      docs: { type: 'boolean', default: false },
    },
  })
  const { case: cases, quick: isQuick, list, json, docs } = values
  return { cases, list, isQuick, json, docs }
}
