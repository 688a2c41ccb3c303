import type { Goal } from './goal.ts'

/** One thing that is measured. */
export interface BenchCase {
  readonly name: string
  /** What is measured, as a heading. */
  readonly title: string
  readonly run: (settings: BenchSettings) => Promise<CaseResult>
}

export interface BenchSettings {
  /** Fewer rounds and fewer calls in each. */
  readonly isQuick: boolean
  readonly rounds: number
  readonly onProgress: (text: string) => void
}

export interface CaseResult {
  readonly name: string
  readonly title: string
  readonly rows: readonly Measurement[]
  readonly goals: readonly Goal[]
  /** What the numbers alone do not say. */
  readonly remarks: readonly string[]
}

/** What one peer took, once a round. */
export interface Measurement {
  readonly peer: string
  readonly measure: string
  readonly unit: 'ms' | 'B' | 'KB' | '%' | 'MB' | ''
  readonly values: readonly number[]
}
