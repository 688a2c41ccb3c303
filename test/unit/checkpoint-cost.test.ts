import { describe, expect, it } from 'vitest'
import { costOf } from '#contract/checkpoint-cost'
import type { VmCosts } from '#contract/machine-costs'
import { exampleCosts, exampleDisk, gigabyte } from '../support/example-costs.ts'
import { exampleCheckpoint, exampleCheckpointId, exampleVm } from '../support/example-vm.ts'

const [first, second] = [exampleCheckpointId(1), exampleCheckpointId(2)]
const base = ['base.vhdx', 40] as const
const vm = exampleVm({
  parentCheckpointId: second,
  checkpoints: [
    exampleCheckpoint(1, { createdAt: '2026-11-10T10:00:00.000Z' }),
    exampleCheckpoint(2, { parentId: first, createdAt: '2026-11-19T10:00:00.000Z' }),
  ],
})
const twoDaysLater = Date.parse('2026-11-21T10:00:00.000Z')
const chained = exampleCosts(
  [exampleDisk([['now.avhdx', 6], ['one.avhdx', 3], base])],
  [[exampleDisk([base])], [exampleDisk([['one.avhdx', 3], base])]],
)

describe('What checkpoints cost', () => {
  it('is the file that its disk begins with, and nothing of the base disk', () => {
    const { ofCheckpoint, ofNow, depth } = costOf(vm, chained, twoDaysLater)
    expect(inGigabytes(ofCheckpoint.get(first))).toEqual({ state: 1, disks: 0 })
    expect(inGigabytes(ofCheckpoint.get(second))).toEqual({ state: 1, disks: 3 })
    expect([ofNow, depth]).toEqual([6 * gigabyte, 3])
  })

  it('comes to all that would not be there without them, each file once, in whatever case it is written', () => {
    const shared = exampleDisk([['ONE.AVHDX', 3], base])
    const costs = { ...chained, disks: [...chained.disks, shared] }
    expect(costOf(vm, costs, twoDaysLater).total).toBe((6 + 3 + 1 + 1) * gigabyte)
  })

  it('is nothing where there are none', () => {
    const costs = exampleCosts([exampleDisk([base])], [])
    expect(costOf(exampleVm(), costs, twoDaysLater)).toMatchObject({ ofNow: 0, depth: 1, total: 0 })
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
    expect(inGigabytes(costOf(vm, costs, twoDaysLater).ofCheckpoint.get(first))?.disks).toBe(0)
    expect(costOf(vm, costs, twoDaysLater).total).toBe((2 + 1) * gigabyte)
  })

  it.each([
    ['a disk that can’t be read', { disks: [exampleDisk([['one.avhdx', null]])] }, { state: 1, disks: null }],
    ['files that were not found', { files: [] }, { state: null, disks: 3 }],
    ['a file without a size', { files: [{ path: 'C:\\1.vmrs', size: null }] }, { state: null, disks: 3 }],
  ])('is unknown, as is the sum, for %s', (_, change, expected) => {
    const [one, two] = chained.checkpoints
    const costs: VmCosts = { ...chained, disks: [], checkpoints: [one!, { ...two!, ...change }] }
    const cost = costOf(vm, costs, twoDaysLater)
    expect([inGigabytes(cost.ofCheckpoint.get(second)), cost.total]).toEqual([expected, null])
  })

  it('is known above a base disk that can’t be read', () => {
    const unread = ['base.vhdx', null] as const
    const costs = exampleCosts([exampleDisk([['now.avhdx', 6], unread])], [[exampleDisk([unread])]])
    expect(costOf(vm, costs, twoDaysLater)).toMatchObject({ ofNow: 6 * gigabyte, total: 7 * gigabyte })
  })

  it('of a pass-through disk is nothing', () => {
    const passedThrough = exampleDisk([], { diskNumber: 3 })
    const costs = exampleCosts([passedThrough], [[passedThrough]])
    expect(costOf(vm, costs, twoDaysLater)).toMatchObject({ ofNow: 0, depth: 0, total: gigabyte })
  })
})

describe('How long a volume lasts', () => {
  it('follows from what Now has written since its checkpoint', () => {
    // 6 GB in two days, and 1,000 GB are free. Nothing of it is written to C:.
    expect(days(chained)).toEqual([null, 1_000 / 3])
  })

  it('counts from the newest checkpoint, where Now went back to an older one after that', () => {
    const back = { ...vm, parentCheckpointId: first }
    expect(costOf(back, chained, twoDaysLater).volumes[1]?.days).toBe(1_000 / 3)
  })

  it.each([
    ['nobody knows what is free', exampleCosts([...chained.disks], [], null), vm, twoDaysLater],
    ['Now hangs under nothing', chained, { ...vm, parentCheckpointId: null }, twoDaysLater],
    [
      'nobody knows when it was taken',
      chained,
      { ...vm, checkpoints: [exampleCheckpoint(2, { createdAt: null })] },
      twoDaysLater,
    ],
    ['a file can’t be read', exampleCosts([exampleDisk([['now.avhdx', null]])], []), vm, twoDaysLater],
    ['nothing was written', exampleCosts([exampleDisk([['now.avhdx', 0], base])], []), vm, twoDaysLater],
    ['less than an hour has passed', chained, vm, Date.parse('2026-11-19T10:59:59.000Z')],
    ['the clock was put back', chained, vm, Date.parse('2026-11-18T10:00:00.000Z')],
  ])('is not told where %s', (_, costs, of, now) => {
    expect(costOf(of, costs, now).volumes[1]?.days).toBeNull()
  })

  it('is told after an hour', () => {
    expect(costOf(vm, chained, Date.parse('2026-11-19T11:00:00.000Z')).volumes[1]?.days).toBeCloseTo(
      1_000 / 144,
    )
  })

  it('is that of the volume mounted in a folder, for what is in there', () => {
    const mounted = { root: 'D:\\Disks', size: null, free: 12 * gigabyte }
    const similar = { root: 'D:\\Di', size: null, free: 12 * gigabyte }
    const costs = { ...chained, volumes: [...chained.volumes, mounted, similar] }
    expect(days(costs)).toEqual([null, null, 4, null])
  })
})

function days(costs: VmCosts): readonly (number | null)[] {
  return costOf(vm, costs, twoDaysLater).volumes.map((volume) => volume.days)
}

function inGigabytes(
  cost: { readonly state: number | null; readonly disks: number | null } | undefined,
): { readonly state: number | null; readonly disks: number | null } | undefined {
  const scaled = (size: number | null): number | null => (size === null ? null : size / gigabyte)
  return cost === undefined ? undefined : { state: scaled(cost.state), disks: scaled(cost.disks) }
}
