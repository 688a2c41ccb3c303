import { describe, expect, it } from 'vitest'
import { checkpointCautions } from '#contract/checkpoint-cautions'
import type { Vm } from '#contract/model'
import type { Readiness } from '#contract/readiness'
import { exampleReadiness } from '../support/example-readiness.ts'
import { exampleCheckpoint, exampleVm } from '../support/example-vm.ts'

const gigabyte = 1024 ** 3

describe('What is good to know before a checkpoint is taken', () => {
  it('is nothing where all is well, or nothing is known', () => {
    expect([
      checkpointCautions(exampleVm(), exampleReadiness()),
      checkpointCautions(exampleVm(), null),
    ]).toEqual([[], []])
  })

  it.each<[Partial<Readiness>, string]>([
    [{ passThroughDisks: 1 }, 'One of its disks is a physical disk, which no checkpoint holds.'],
    [{ passThroughDisks: 2 }, '2 of its disks are physical disks, which no checkpoint holds.'],
    [
      { sharedDisks: 1 },
      'One of its disks may be written to by other virtual machines: Hyper-V may refuse, and going back would go back for them too.',
    ],
    [
      { sharedDisks: 2 },
      '2 of its disks may be written to by other virtual machines: Hyper-V may refuse, and going back would go back for them too.',
    ],
    [
      { isClustered: true },
      'A cluster runs it: the files of its checkpoints must lie where every node can reach them.',
    ],
    [
      { volumes: [{ root: 'D:\\', size: 100 * gigabyte, free: 6.25 * gigabyte }] },
      'D:\\ has 6.3 GB left, and a checkpoint with its memory takes 8.0 GB. Its disks grow there once it has a checkpoint, and a full volume stops it.',
    ],
  ])('is %j in a sentence', (change, sentence) => {
    const cautions = checkpointCautions(exampleVm(), exampleReadiness(change))
    expect(cautions.map((caution) => caution.sentence)).toEqual([sentence])
  })

  it('is that it comes near the limit, from 45 on, and not at the limit, which refuses', () => {
    const counts = [44, 45, 49, 50]
    const kinds = counts.map((count) => kindsOf({ checkpoints: manyCheckpoints(count) }))
    expect(kinds).toEqual([[], ['near-limit'], ['near-limit'], []])
  })

  it('is that it is replicated, and not that it is a replica, which is refused', () => {
    expect([kindsOf({ replication: 'Primary' }), kindsOf({ replication: 'Replica' })]).toEqual([
      ['replicated'],
      [],
    ])
  })

  it('is a volume without the room for the machine’s memory, and none whose room nobody knows', () => {
    const load = { cpuUsage: 0, memoryAssigned: 64 * gigabyte, uptime: 1 }
    const volumes = [63, 64, null].map((free) => ({
      root: `${String(free)}:\\`,
      size: null,
      free: free === null ? null : free * gigabyte,
    }))
    const cautions = checkpointCautions(exampleVm({ load }), exampleReadiness({ volumes }))
    expect(cautions.map(({ sentence }) => sentence)).toEqual([
      '63:\\ has 63.0 GB left, and a checkpoint with its memory takes 64.0 GB. Its disks grow there once it has a checkpoint, and a full volume stops it.',
    ])
  })

  it('begins with what weighs most', () => {
    const readiness = exampleReadiness({
      passThroughDisks: 1,
      sharedDisks: 1,
      isClustered: true,
      volumes: [{ root: 'D:\\', size: gigabyte, free: 0 }],
    })
    const vm = exampleVm({ replication: 'Primary', checkpoints: manyCheckpoints(47) })
    expect(checkpointCautions(vm, readiness).map(({ kind }) => kind)).toEqual([
      'pass-through-disks',
      'shared-disks',
      'little-room',
      'near-limit',
      'clustered',
      'replicated',
    ])
  })
})

function manyCheckpoints(count: number): Vm['checkpoints'] {
  return Array.from({ length: count }, (_, n) => exampleCheckpoint(n))
}

function kindsOf(change: Partial<Vm>): readonly string[] {
  return checkpointCautions(exampleVm(change), exampleReadiness()).map(({ kind }) => kind)
}
