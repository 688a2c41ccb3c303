import { describe, expect, it } from 'vitest'
import { type GoBackCaution, goBackCautions } from '#contract/go-back-cautions'
import type { Vm } from '#contract/model'
import type { Readiness } from '#contract/readiness'
import { exampleReadiness } from '../support/example-readiness.ts'
import { exampleCheckpoint, exampleVm } from '../support/example-vm.ts'

const now = Date.parse('2026-11-21T10:00:00.000Z')
const old = '2026-10-07T10:00:00.000Z'
const age = { now, oldAfter: 7 }

describe('What is good to know before a machine is taken back', () => {
  it.each<[Partial<Readiness>, Partial<Vm>, string | null, readonly GoBackCaution['kind'][]]>([
    [{}, {}, null, []],
    [{}, {}, '2026-11-14T10:00:00.000Z', []],
    [{}, {}, '2026-11-13T10:00:00.000Z', ['old']],
    [{ passThroughDisks: 1 }, {}, null, ['pass-through-disks']],
    [{ sharedDisks: 2 }, {}, null, ['shared-disks']],
    [{ isClustered: true }, {}, null, ['clustered']],
    [{}, { replication: 'Primary' }, null, ['replicated']],
    [{}, { replication: 'Replica' }, null, []],
    [
      { passThroughDisks: 1, sharedDisks: 1, isClustered: true },
      { replication: 'Primary' },
      old,
      ['old', 'pass-through-disks', 'shared-disks', 'clustered', 'replicated'],
    ],
  ])('where %j, %j and taken at %s is %j', (readiness, vm, createdAt, kinds) => {
    const target = exampleCheckpoint(1, { createdAt })
    const cautions = goBackCautions(exampleVm(vm), target, exampleReadiness(readiness), age)
    expect(cautions.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('says how old it is, and what that means to the others', () => {
    const target = exampleCheckpoint(1, { createdAt: old })
    expect(goBackCautions(exampleVm(), target, null, age).map(({ sentence }) => sentence)).toEqual([
      'It is 45 days old, and other computers have gone on since: a member of a domain may have to join it again, and a domain controller should not be taken back.',
    ])
  })

  it('guesses nothing from a name', () => {
    const vm = exampleVm({ name: 'DC01', notes: 'Domain controller' })
    expect(goBackCautions(vm, exampleCheckpoint(1, { createdAt: null }), null, age)).toEqual([])
  })
})
