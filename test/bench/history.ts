import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { CaseResult } from './bench-case.ts'

/** One run of the benchmark as it is kept. */
export interface BenchRun {
  /** When it ended, as ISO 8601. */
  readonly date: string
  readonly machine: string
  readonly isQuick: boolean
  readonly results: readonly CaseResult[]
}

/** What adds a run to those that the file has. Throws where the file holds anything else, which is left as it is. */
export function openHistory(file: string): (run: BenchRun) => void {
  const runs: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  if (!Array.isArray(runs)) throw new Error(`${file} holds no list of runs. Name another file.`)
  return (run) => {
    writeFileSync(file, `${JSON.stringify([...(runs as readonly unknown[]), run], null, 2)}\n`)
  }
}
