import { describe, expect, it } from 'vitest'
import type { Checkpoint, Vm } from '#contract/model'
import { chosenOf, type DeletionChoice } from '../../renderer/sets/deletion-choice.ts'
import { exampleCheckpoint, exampleVm } from './support/examples.ts'

const day = 86_400_000
const now = Date.parse('2026-11-21T10:00:00Z')

/** Each by its number, days ago, oldest first as the host says them. */
function vmOf(...checkpoints: readonly (Partial<Checkpoint> & { readonly days?: number | null })[]): Vm {
  return exampleVm(1, {
    checkpoints: checkpoints.map(({ days = 1, ...each }, index) =>
      exampleCheckpoint(index + 1, {
        createdAt: days === null ? null : new Date(now - days * day).toISOString(),
        ...each,
      }),
    ),
  })
}

const automatic = { category: 'automatic' } as const

describe('Of a machine are deleted', () => {
  it.each<[DeletionChoice, string, Vm, readonly number[]]>([
    ['automatic', 'those alone', vmOf({}, automatic, {}), [2]],
    ['automatic', 'none where there is none', vmOf({}), []],
    [
      'old',
      'those that are older, and none that is just as old',
      vmOf({ days: 8 }, { days: 7 }, { days: 1 }),
      [1],
    ],
    ['old', 'automatic ones too', vmOf({ ...automatic, days: 30 }), [1]],
    ['old', 'none of an age that nobody knows', vmOf({ days: null }), []],
    [
      'old',
      'none that belong to somebody else',
      vmOf(
        { days: 30, category: 'backup' },
        { days: 30, category: 'replica' },
        { days: 30, category: 'missing' },
      ),
      [],
    ],
    ['all-but-newest', 'all but that', vmOf({ days: 3 }, { days: 1 }, { days: 2 }), [1, 3]],
    ['all-but-newest', 'nothing where there is but one', vmOf({}), []],
    [
      'all-but-newest',
      'an automatic one that is newer still, for it goes by itself',
      vmOf({ days: 9 }, { days: 5 }, { ...automatic, days: 1 }),
      [1, 3],
    ],
    [
      'all-but-newest',
      'all but the newest automatic one, where there are no others',
      vmOf({ ...automatic, days: 2 }, { ...automatic, days: 1 }),
      [1],
    ],
    [
      'all-but-newest',
      'none of an age that nobody knows',
      vmOf({ days: null }, { days: 2 }, { days: 1 }),
      [2],
    ],
    ['all-but-newest', 'nothing where no age is known', vmOf({ days: null }, { days: null }), []],
    [
      'all-but-newest',
      'nothing for a backup that is newer',
      vmOf({ days: 3 }, { days: 1, category: 'backup' }),
      [],
    ],
  ])('by “%s” %s', (choice, _what, vm, expected) => {
    const ids = chosenOf(vm, choice, { now, oldAfter: 7 }).map(({ id }) => Number(id.slice(-4)))
    expect(ids).toEqual(expected)
  })
})
