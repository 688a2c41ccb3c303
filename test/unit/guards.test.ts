import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { allMutations } from '../guards/all-mutations.ts'
import { isExpectation } from '../guards/is-expectation.ts'
import { timesIn } from '../guards/prove.ts'

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

  it.each([
    ['what was expected', { name: 'AssertionError', message: 'expected 1 to be 2' }, true],
    ['what was waited for', { name: 'Error', message: 'Timed out in waitUntil!' }, true],
    [
      'what a property expected',
      { message: 'Property failed', cause: { name: 'AssertionError', message: '' } },
      true,
    ],
    ['code that is broken', { name: 'TypeError', message: 'x is not a function' }, false],
    ['a test that never ended', { name: 'Error', message: 'Test timed out in 5000ms.' }, false],
  ])('counts as red by what a test expected: %s', (_what, error, expected) => {
    expect(isExpectation(error)).toBe(expected)
  })
})
