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

/** What adds a run to those that the file has, and answers them all. Throws where the file holds anything else, which is left as it is. */
export function openHistory(file: string): (run: BenchRun) => readonly BenchRun[] {
  const runs: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  if (!Array.isArray(runs)) throw new Error(`${file} holds no list of runs. Name another file.`)
  return (run) => {
    const all = [...(runs as readonly BenchRun[]), run]
    writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`)
    return all
  }
}
