import { describe, expect, it } from 'vitest'
import { type DeleteForecast, forecastDelete } from '#contract/delete-forecast'
import type { VmCosts } from '#contract/machine-costs'
import type { DiskFile } from '#contract/machine-details'
import { exampleCosts, exampleDisk, gigabyte } from '../support/example-costs.ts'
import { exampleCheckpointId } from '../support/example-vm.ts'

const base = ['base.vhdx', 40] as const
const one = ['one.avhdx', 3] as const
const two = ['two.avhdx', 5] as const
const now = ['now.avhdx', 6] as const

/** First, second and third hang in a row, and Now under the third. */
const row = exampleCosts(
  [exampleDisk([now, two, one, base])],
  [[exampleDisk([base])], [exampleDisk([one, base])], [exampleDisk([two, one, base])]],
)

/** Under the first hang the second, and Now. */
const fork = exampleCosts([exampleDisk([now, base])], [[exampleDisk([base])], [exampleDisk([one, base])]])

describe('A delete', () => {
  it('merges what hung under a checkpoint in the middle into its disk', () => {
    expect(told(row, 2)).toEqual({
      vanishing: ['2.vmrs'],
      merging: ['two.avhdx > one.avhdx'],
      kept: [],
      // One may be written over whole by the other, or not at all.
      frees: [1, 6],
    })
    expect(forecastDelete(row, ids(2)).merging[0]?.writes).toEqual(range(3, 5))
  })

  it('merges into the base disk, and never the base disk into something', () => {
    expect(told(row, 1)).toEqual({
      vanishing: ['1.vmrs'],
      merging: ['one.avhdx > base.vhdx'],
      kept: [],
      frees: [1, 4],
    })
    expect(forecastDelete(row, ids(1)).merging[0]?.writes).toEqual(range(3, 3))
  })

  it('of all merges one after another, from Now on', () => {
    expect(told(row, 1, 2, 3)).toEqual({
      vanishing: ['1.vmrs', '2.vmrs', '3.vmrs'],
      merging: ['now.avhdx > two.avhdx', 'two.avhdx > one.avhdx', 'one.avhdx > base.vhdx'],
      kept: [],
      frees: [3, 17],
    })
  })

  it('of a branch that Now is not on is gone at once', () => {
    expect(told(fork, 2)).toEqual({
      vanishing: ['2.vmrs', 'one.avhdx'],
      merging: [],
      kept: [],
      frees: [4, 4],
    })
  })

  it('keeps the disk that more than one builds on until all but one are gone', () => {
    const under = exampleCosts(
      [exampleDisk([now, one, base])],
      [[exampleDisk([base])], [exampleDisk([one, base])], [exampleDisk([two, one, base])]],
    )
    expect(told(under, 2)).toEqual({ vanishing: ['2.vmrs'], merging: [], kept: ['one.avhdx'], frees: [1, 1] })
    expect(told(under, 2, 3)).toMatchObject({
      vanishing: ['2.vmrs', '3.vmrs', 'two.avhdx'],
      merging: ['now.avhdx > one.avhdx'],
      kept: [],
    })
  })

  it('frees the configuration alone where two branches build on the base disk', () => {
    expect(told(fork, 1)).toEqual({ vanishing: ['1.vmrs'], merging: [], kept: [], frees: [1, 1] })
  })

  it('tells files apart without regard to case', () => {
    const costs = exampleCosts(
      [
        exampleDisk([
          ['NOW.AVHDX', 6],
          ['BASE.VHDX', 40],
        ]),
      ],
      [[exampleDisk([base])]],
    )
    expect(told(costs, 1).merging).toEqual(['NOW.AVHDX > BASE.VHDX'])
  })

  it('leaves a template’s differencing disk where it is', () => {
    const linked = [
      ['linked.vhdx', 9],
      ['template.vhdx', 20],
    ] as const
    const costs = exampleCosts([exampleDisk([now, ...linked])], [[exampleDisk([...linked])]])
    expect(told(costs, 1).merging).toEqual(['now.avhdx > linked.vhdx'])
  })

  it('tells of each disk of a machine', () => {
    const costs = exampleCosts(
      [
        exampleDisk([now, base]),
        exampleDisk([
          ['data_2.avhdx', 1],
          ['data.vhdx', 50],
        ]),
        exampleDisk([]),
      ],
      [[exampleDisk([base]), exampleDisk([['data.vhdx', 50]]), exampleDisk([])]],
    )
    expect(told(costs, 1).merging).toEqual(['now.avhdx > base.vhdx', 'data_2.avhdx > data.vhdx'])
  })

  it('of nothing tells what waits to be merged already', () => {
    const waiting = exampleCosts([exampleDisk([now, one, base])], [[exampleDisk([base])]])
    expect(told(waiting)).toEqual({
      vanishing: [],
      merging: ['now.avhdx > one.avhdx'],
      kept: [],
      frees: [0, 6],
    })
  })
})

describe('The room for a delete', () => {
  it('is what the parent may grow by while the child is still there', () => {
    expect(room(row, 2)).toEqual([
      [range(0, 0), true],
      [range(0, 5), true],
    ])
  })

  it('is no more than the disk may grow by', () => {
    const small = exampleDisk([now, base], { capacity: 42 * gigabyte })
    expect(room(exampleCosts([small], [[exampleDisk([base], small)]]), 1)[1]).toEqual([range(0, 2), true])
  })

  it('is none where the file is larger than its disk already', () => {
    const full = exampleDisk([now, base], { capacity: 30 * gigabyte })
    expect(room(exampleCosts([full], [[exampleDisk([base])]]), 1)[1]).toEqual([range(0, 0), true])
  })

  it('is the most of what is needed at one time, where one merge follows another', () => {
    // 6, then 11 while 6 were given back, then 14 while 11 were.
    expect(room(row, 1, 2, 3)[1]?.[0]).toEqual(range(0, 14))
  })

  it.each([
    [4.9, false],
    [5, true],
    [null, null],
  ])('with %s GB free is there: %s', (free, hasRoom) => {
    expect(
      room(
        exampleCosts(
          row.disks,
          row.checkpoints.map(({ disks }) => disks),
          free,
        ),
        2,
      )[1],
    ).toEqual([range(0, 5), hasRoom])
  })
})

describe('Where a size can’t be read', () => {
  it('says what is merged, and neither what it writes nor what it frees', () => {
    const unread = ['base.vhdx', null] as const
    const costs = exampleCosts([exampleDisk([now, unread])], [[exampleDisk([unread])]])
    expect(told(costs, 1)).toMatchObject({ merging: ['now.avhdx > base.vhdx'], frees: null })
    expect(forecastDelete(costs, ids(1)).merging[0]?.writes).toBeNull()
    expect(room(costs, 1)).toEqual([
      [range(0, 0), true],
      [null, null],
    ])
  })

  it('claims nothing of what a file hides that can’t be opened', () => {
    const hidden = exampleDisk([['hidden.avhdx', null]])
    const costs = exampleCosts([exampleDisk([now, one, base])], [[exampleDisk([one, base])], [hidden]])
    expect([told(costs, 1).frees, room(costs, 1)[1]]).toEqual([null, [null, null]])
  })

  it('does not know what it frees where the files of a checkpoint were not found', () => {
    const [first, ...others] = row.checkpoints
    const costs = { ...row, checkpoints: [{ ...first!, files: [] }, ...others] }
    expect([told(costs, 1).frees, told(costs, 2).frees]).toEqual([null, [1, 6]])
  })

  it('knows of no delete what it frees where nothing of another checkpoint could be read', () => {
    const [first, ...others] = row.checkpoints
    const costs = { ...row, checkpoints: [{ ...first!, files: [], disks: [] }, ...others] }
    expect([told(costs, 2).frees, room(costs, 2)[1]]).toEqual([null, [null, null]])
  })
})

interface Told {
  readonly vanishing: readonly string[]
  readonly merging: readonly string[]
  readonly kept: readonly string[]
  readonly frees: readonly number[] | null
}

/** By the names of the files, and in gigabytes. */
function told(costs: VmCosts, ...numbers: number[]): Told {
  const forecast = forecastDelete(costs, ids(...numbers))
  return {
    vanishing: forecast.vanishing.map(nameOf),
    merging: forecast.merging.map(({ file, into }) => `${nameOf(file)} > ${nameOf(into)}`),
    kept: forecast.kept.map(nameOf),
    frees: forecast.frees === null ? null : [forecast.frees.from / gigabyte, forecast.frees.to / gigabyte],
  }
}

function room(
  costs: VmCosts,
  ...numbers: number[]
): readonly (readonly [DeleteForecast['frees'], boolean | null])[] {
  return forecastDelete(costs, ids(...numbers)).volumes.map(({ needs, hasRoom }) => [needs, hasRoom])
}

function ids(...numbers: number[]): ReadonlySet<ReturnType<typeof exampleCheckpointId>> {
  return new Set(numbers.map(exampleCheckpointId))
}

function range(from: number, to: number): NonNullable<DeleteForecast['frees']> {
  return { from: from * gigabyte, to: to * gigabyte }
}

function nameOf({ path }: DiskFile): string {
  return path.slice(path.lastIndexOf('\\') + 1)
}
