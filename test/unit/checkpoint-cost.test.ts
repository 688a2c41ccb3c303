import { describe, expect, it } from 'vitest'
import { costOf } from '#contract/checkpoint-cost'
import type { VmCosts } from '#contract/machine-costs'
import { exampleCosts, exampleDisk, gigabyte } from '../support/example-costs.ts'
import { exampleCheckpointId } from '../support/example-vm.ts'

const [first, second] = [exampleCheckpointId(1), exampleCheckpointId(2)]
const base = ['base.vhdx', 40] as const
const chained = exampleCosts(
  [exampleDisk([['now.avhdx', 6], ['one.avhdx', 3], base])],
  [[exampleDisk([base])], [exampleDisk([['one.avhdx', 3], base])]],
)

describe('What checkpoints cost', () => {
  it('is the file that its disk begins with, and nothing of the base disk', () => {
    const { ofCheckpoint, ofNow, depth } = costOf(chained)
    expect(inGigabytes(ofCheckpoint.get(first))).toEqual({ state: 1, disks: 0 })
    expect(inGigabytes(ofCheckpoint.get(second))).toEqual({ state: 1, disks: 3 })
    expect([ofNow, depth]).toEqual([6 * gigabyte, 3])
  })

  it('comes to all that would not be there without them, each file once, in whatever case it is written', () => {
    const shared = exampleDisk([['ONE.AVHDX', 3], base])
    const costs = { ...chained, disks: [...chained.disks, shared] }
    expect(costOf(costs).total).toBe((6 + 3 + 1 + 1) * gigabyte)
  })

  it('is nothing where there are none', () => {
    const costs = exampleCosts([exampleDisk([base])], [])
    expect(costOf(costs)).toMatchObject({ ofNow: 0, depth: 1, total: 0 })
  })

  it('leaves out a template’s differencing disk, and a base that has the ending of a checkpoint’s', () => {
    const linked = exampleDisk([
      ['linked.vhdx', 9],
      ['template.vhdx', 20],
    ])
    const odd = exampleDisk([['restored.avhdx', 30]])
    const costs = exampleCosts(
      [
        exampleDisk([
          ['now.avhdx', 2],
          ['linked.vhdx', 9],
        ]),
      ],
      [[linked, odd]],
    )
    expect(inGigabytes(costOf(costs).ofCheckpoint.get(first))?.disks).toBe(0)
    expect(costOf(costs).total).toBe((2 + 1) * gigabyte)
  })

  it.each([
    ['a disk that can’t be read', { disks: [exampleDisk([['one.avhdx', null]])] }, { state: 1, disks: null }],
    ['files that were not found', { files: [] }, { state: null, disks: 3 }],
    ['a file without a size', { files: [{ path: 'C:\\1.vmrs', size: null }] }, { state: null, disks: 3 }],
  ])('is unknown, as is the sum, for %s', (_, change, expected) => {
    const [one, two] = chained.checkpoints
    const costs: VmCosts = { ...chained, disks: [], checkpoints: [one!, { ...two!, ...change }] }
    const cost = costOf(costs)
    expect([inGigabytes(cost.ofCheckpoint.get(second)), cost.total]).toEqual([expected, null])
  })

  it('is known above a base disk that can’t be read', () => {
    const unread = ['base.vhdx', null] as const
    const costs = exampleCosts([exampleDisk([['now.avhdx', 6], unread])], [[exampleDisk([unread])]])
    expect(costOf(costs)).toMatchObject({ ofNow: 6 * gigabyte, total: 7 * gigabyte })
  })

  it('of a pass-through disk is nothing', () => {
    const passedThrough = exampleDisk([], { diskNumber: 3 })
    const costs = exampleCosts([passedThrough], [[passedThrough]])
    expect(costOf(costs)).toMatchObject({ ofNow: 0, depth: 0, total: gigabyte })
  })
})

function inGigabytes(
  cost: { readonly state: number | null; readonly disks: number | null } | undefined,
): { readonly state: number | null; readonly disks: number | null } | undefined {
  const scaled = (size: number | null): number | null => (size === null ? null : size / gigabyte)
  return cost === undefined ? undefined : { state: scaled(cost.state), disks: scaled(cost.disks) }
}
