import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { allMutations } from '../guards/all-mutations.ts'
import { timesIn } from '../guards/prove.ts'
import { outcomeOf } from '../guards/run-tests.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('The list of guards that are taken away', () => {
  it.each(allMutations)('finds $guard where it says, once', ({ file, before, after, tests }) => {
    expect(timesIn(readFileSync(join(root, file), 'utf8'), before)).toBe(1)
    expect(after).not.toBe(before)
    expect(tests.filter((test) => !existsSync(join(root, test)))).toEqual([])
  })

  it('has no guard twice', () => {
    const names = allMutations.map(({ guard }) => guard)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('counts a test as red only where it expected something else', () => {
    const test = (fullName: string, status: string, ...failureMessages: string[]) => ({
      fullName,
      status,
      failureMessages,
    })
    const results = [
      test('one', 'passed'),
      test('two', 'failed', 'AssertionError: expected 1 to be 2'),
      test('three', 'failed', 'TypeError: x is not a function'),
    ]
    const json = (assertionResults: readonly object[]) =>
      JSON.stringify({ testResults: [{ assertionResults }] })
    expect(outcomeOf(json(results), 1)).toEqual({
      passed: 1,
      failures: [
        { title: 'two', isAssertion: true },
        { title: 'three', isAssertion: false },
      ],
      isBroken: false,
    })
    expect(outcomeOf(json([]), 1).isBroken).toBe(true)
  })
})
