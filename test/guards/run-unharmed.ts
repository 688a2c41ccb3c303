import type { Mutation } from './mutation.ts'
import { runTests } from './run-tests.ts'

interface Unharmed {
  readonly passed: number
  /** Tests that are red, and files that do not load, though nothing is taken away. */
  readonly wrong: readonly string[]
}

/** Runs what is to turn red while every guard is in its place: each file once, and of those that take long what is named. */
export async function runUnharmed(folder: string, mutations: readonly Mutation[]): Promise<Unharmed> {
  const files = new Set(mutations.flatMap(({ tests, only }) => (only === undefined ? tests : [])))
  const outcomes = files.size === 0 ? [] : [await runTests(folder, [...files])]
  for (const { tests, only } of mutations)
    if (only !== undefined) outcomes.push(await runTests(folder, tests, only))
  return {
    passed: outcomes.reduce((sum, each) => sum + each.passed, 0),
    wrong: outcomes.flatMap(({ failures, broken }) => [...failures.map(({ title }) => title), ...broken]),
  }
}
