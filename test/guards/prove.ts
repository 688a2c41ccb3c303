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
  const { guard, file, before, after, tests, only } = mutation
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  if (timesIn(text, before) !== 1)
    return { guard, isProved: false, by: `Its text is not found once in ${file}.` }
  writeFileSync(
    path,
    text.replace(before, () => after),
  )
  try {
    const { failures, broken } = await runTests(folder, tests, only)
    const red = failures.find((each) => each.isExpectation)
    if (red !== undefined) return { guard, isProved: true, by: red.title }
    if (broken.length > 0) return { guard, isProved: false, by: 'The tests did not even load.' }
    const [other] = failures
    const by = other === undefined ? 'No test turned red.' : `${other.title}, by: ${other.message}`
    return { guard, isProved: false, by }
  } finally {
    writeFileSync(path, text)
  }
}

export function timesIn(text: string, part: string): number {
  return text.split(part).length - 1
}
