import { describe, expect, it } from 'vitest'
import type { VmCosts } from '#contract/machine-costs'
import type { Vm, VmId } from '#contract/model'
import type { Volume } from '#contract/readiness'
import { runwaysOf } from '#contract/volume-runway'
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
/** 6 GB in two days to D:, of which 1,000 GB are free, and nothing to C:. */
const written = ofNow(6)

function ofNow(gigabytes: number | null): VmCosts {
  return exampleCosts([exampleDisk([['now.avhdx', gigabytes], base])], [])
}

/** Machines of the same past, each with what was read of it; undefined where that is nothing. */
function runways(
  read: readonly (VmCosts | undefined)[],
  { of = vm, now = twoDaysLater, lastSaid = [] }: Asked = {},
): readonly string[] {
  const vms = read.map((_, index) => ({ ...of, id: idOf(index) }))
  const costs = new Map(
    read.flatMap((each, index) => (each === undefined ? [] : [[idOf(index), each] as const])),
  )
  return runwaysOf({ vms, costs, now }, lastSaid).map(
    ({ root, days, machines }) =>
      `${root} ${days === null ? 'unknown' : String(Math.round(days))} by ${String(machines)}`,
  )
}

interface Asked {
  readonly of?: Vm
  readonly now?: number
  readonly lastSaid?: readonly Volume[]
}

function idOf(index: number): VmId {
  return `5a7e0000-0000-4000-8000-${String(index).padStart(12, '0')}` as VmId
}

describe('How long a volume lasts follows from what is written to it', () => {
  it.each<[string, readonly (VmCosts | undefined)[], readonly string[]]>([
    ['by one machine', [written], ['C:\\ unknown by 1', 'D:\\ 333 by 1']],
    ['by two machines together', [written, ofNow(18)], ['C:\\ unknown by 2', 'D:\\ 83 by 2']],
    ['by one of which it is known', [written, ofNow(null)], ['C:\\ unknown by 2', 'D:\\ 333 by 1']],
    [
      'by one that was read, and none that was not',
      [undefined, written],
      ['C:\\ unknown by 1', 'D:\\ 333 by 1'],
    ],
    ['by one beside one that writes nothing', [ofNow(0), written], ['C:\\ unknown by 2', 'D:\\ 333 by 2']],
    ['by none', [undefined], []],
  ])('%s', (_by, read, expected) => {
    expect(runways(read)).toEqual(expected)
  })

  it('of what is free as it was said last, however its root is written', () => {
    const less = { root: 'd:\\', size: null, free: 12 * gigabyte }
    const costs = { ...written, volumes: written.volumes.map((each) => (each.root === 'D:\\' ? less : each)) }
    expect(runways([written, costs])).toEqual(['C:\\ unknown by 2', 'd:\\ 2 by 2'])
    const lastSaid = [{ root: 'D:\\', size: null, free: 24 * gigabyte }]
    expect(runways([written, costs], { lastSaid })).toEqual(['C:\\ unknown by 2', 'D:\\ 4 by 2'])
  })

  it('of one that is told of the host alone, nothing', () => {
    expect(runways([], { lastSaid: [{ root: 'E:\\', size: 1, free: 1 }] })).toEqual(['E:\\ unknown by 0'])
  })

  it('since the newest checkpoint, where Now went back to an older one after that', () => {
    expect(runways([written], { of: { ...vm, parentCheckpointId: first } })).toEqual(runways([written]))
  })

  it('and changes with the machine, though its files were read once', () => {
    const before = runways([written])
    const newer = exampleCheckpoint(2, { parentId: first, createdAt: '2026-11-20T10:00:00.000Z' })
    expect([before, runways([written], { of: { ...vm, checkpoints: [newer] } })]).toEqual([
      ['C:\\ unknown by 1', 'D:\\ 333 by 1'],
      ['C:\\ unknown by 1', 'D:\\ 167 by 1'],
    ])
  })

  it.each<[string, VmCosts, Asked]>([
    ['nobody knows what is free', exampleCosts(written.disks, [], null), {}],
    ['Now hangs under nothing', written, { of: { ...vm, parentCheckpointId: null } }],
    [
      'nobody knows when it was taken',
      written,
      { of: { ...vm, checkpoints: [exampleCheckpoint(2, { createdAt: null })] } },
    ],
    ['a file can’t be read', ofNow(null), {}],
    ['nothing was written', ofNow(0), {}],
    ['less than an hour has passed', written, { now: Date.parse('2026-11-19T10:59:59.000Z') }],
    ['the clock was put back', written, { now: Date.parse('2026-11-18T10:00:00.000Z') }],
  ])('and is not told where %s', (_, costs, asked) => {
    expect(runways([costs], asked)[1]).toMatch(/^D:\\ unknown/)
  })

  it('and is told after an hour', () => {
    expect(runways([written], { now: Date.parse('2026-11-19T11:00:00.000Z') })[1]).toBe('D:\\ 7 by 1')
  })

  it('of the volume mounted in a folder, by what is in there', () => {
    const mounted = { root: 'D:\\Disks', size: null, free: 12 * gigabyte }
    const similar = { root: 'D:\\Di', size: null, free: 12 * gigabyte }
    const costs = { ...written, volumes: [...written.volumes, mounted, similar] }
    expect(runways([costs])).toEqual([
      'C:\\ unknown by 1',
      'D:\\ unknown by 1',
      'D:\\Disks 4 by 1',
      'D:\\Di unknown by 1',
    ])
  })
})
