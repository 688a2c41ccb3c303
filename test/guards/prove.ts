import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mutation } from './mutation.ts'
import { runTests } from './run-tests.ts'

export interface Proof {
  readonly guard: string
  readonly isProved: boolean
  /** The test that turned red, or why none counts. */
  readonly by: string
}

/** Takes the guard away in a tree that may be broken, runs its tests, and puts it back. */
export async function prove(folder: string, mutation: Mutation): Promise<Proof> {
  const { guard, file, before, after, tests } = mutation
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  if (timesIn(text, before) !== 1)
    return { guard, isProved: false, by: `Its text is not found once in ${file}.` }
  writeFileSync(
    path,
    text.replace(before, () => after),
  )
  try {
    const { failures, isBroken } = await runTests(folder, tests)
    const red = failures.find(({ isAssertion }) => isAssertion)
    if (red !== undefined) return { guard, isProved: true, by: red.title }
    const reason =
      failures[0] === undefined ? 'No test turned red.' : `Red by no expectation: ${failures[0].title}`
    return { guard, isProved: false, by: isBroken ? 'The tests did not even load.' : reason }
  } finally {
    writeFileSync(path, text)
  }
}

export function timesIn(text: string, part: string): number {
  return text.split(part).length - 1
}
