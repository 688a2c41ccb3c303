import { describe, expect, it } from 'vitest'
import type { Checkpoint, Vm } from '#contract/model'
import type { OutlineLine } from '../../renderer/outline-lines.ts'
import { outlines, type Outlines, type Step } from '../../renderer/outline.ts'
import { exampleCheckpoint, exampleVm, vmWithTree } from './support/examples.ts'

describe('the trees before and after going back', () => {
  const vm = vmWithTree()

  it('show the way to Now and to the target, and nothing else', () => {
    const step = goBack(vm, 'Before KB5049981', 'kept')
    expect(drawn(outlines(vm, step)).before).toEqual([
      'Clean install',
      '  Office and tools installed',
      '    now',
      '    Before KB5049981',
    ])
  })

  it.each(['kept', 'lost'] as const)(
    'move Now under the target and leave its state %s where it was',
    (current) => {
      const step = goBack(vm, 'Before KB5049981', current)
      expect(drawn(outlines(vm, step)).after).toEqual([
        'Clean install',
        '  Office and tools installed',
        '    Before KB5049981',
        '      now',
        `    ${current}`,
      ])
    },
  )

  it('are drawn for a machine that runs from no checkpoint too', () => {
    const loose = exampleVm(1, { checkpoints: [exampleCheckpoint(1)] })
    expect(drawn(outlines(loose, goBack(loose, 'Checkpoint 1', 'kept')))).toEqual({
      before: ['now', 'Checkpoint 1'],
      after: ['Checkpoint 1', '  now', 'kept'],
    })
  })

  it('count what lies on a long way rather than name it', () => {
    const long = chainOf(20)
    expect(drawn(outlines(long, goBack(long, 'Checkpoint 5', 'kept')))).toEqual({
      before: ['more 4', '  Checkpoint 5', '    more 14', '      Checkpoint 20', '        now'],
      after: ['more 4', '  Checkpoint 5', '    now', '    more 14', '      Checkpoint 20', '        kept'],
    })
  })

  it('name a single checkpoint on the way rather than count it', () => {
    const long = chainOf(8)
    expect(drawn(outlines(long, goBack(long, 'Checkpoint 2', 'lost'))).before).toEqual([
      'Checkpoint 1',
      '  Checkpoint 2',
      '    more 5',
      '      Checkpoint 8',
      '        now',
    ])
  })

  it('leave nothing out where the parents run in a ring', () => {
    const [one, two] = [exampleCheckpoint(1), exampleCheckpoint(2)]
    const ring = exampleVm(1, {
      checkpoints: [
        { ...one, parentId: two.id },
        { ...two, parentId: one.id },
      ],
      parentCheckpointId: two.id,
    })
    expect(drawn(outlines(ring, goBack(ring, 'Checkpoint 1', 'lost'))).before).toEqual([
      'Checkpoint 1',
      '  Checkpoint 2',
      '    now',
    ])
  })
})

describe('the trees before and after a deletion', () => {
  it('hang what was under it, and Now, under the next above', () => {
    const vm = vmWithTree()
    expect(
      drawn(outlines(vm, { kind: 'delete', checkpoint: named(vm, 'Office and tools installed') })),
    ).toEqual({
      before: ['Clean install', '  Office and tools installed goes', '    now', '    Before KB5049981'],
      after: ['Clean install', '  now', '  Before KB5049981'],
    })
  })

  it('make roots of what hung under a root', () => {
    const vm = vmWithTree()
    expect(drawn(outlines(vm, { kind: 'delete', checkpoint: named(vm, 'Clean install') })).after).toEqual([
      'Office and tools installed',
      '  now',
      'Automatic Checkpoint - WIN11-TEST',
    ])
  })

  it('name three of the checkpoints under it and count the others', () => {
    const root = exampleCheckpoint(1)
    const children = Array.from({ length: 12 }, (_, n) => exampleCheckpoint(n + 2, { parentId: root.id }))
    const vm = exampleVm(1, { checkpoints: [root, ...children], parentCheckpointId: root.id })
    expect(drawn(outlines(vm, { kind: 'delete', checkpoint: root }))).toEqual({
      before: [
        'Checkpoint 1 goes',
        '  now',
        '  Checkpoint 2',
        '  Checkpoint 3',
        '  Checkpoint 4',
        '  more 9',
      ],
      after: ['now', 'Checkpoint 2', 'Checkpoint 3', 'Checkpoint 4', 'more 9'],
    })
  })
})

describe('the trees before and after the deletion of a subtree', () => {
  it('show every checkpoint that goes, and Now under what stays', () => {
    const vm = vmWithTree()
    const step = { kind: 'delete-subtree', checkpoint: named(vm, 'Office and tools installed') } as const
    expect(drawn(outlines(vm, step))).toEqual({
      before: ['Clean install', '  Office and tools installed goes', '    now', '    Before KB5049981 goes'],
      after: ['Clean install', '  now'],
    })
  })

  it('leave Now alone where the whole tree goes', () => {
    const vm = vmWithTree()
    const step = { kind: 'delete-subtree', checkpoint: named(vm, 'Clean install') } as const
    expect(drawn(outlines(vm, step)).after).toEqual(['now'])
  })

  it('name all that goes, however long the way to it', () => {
    const vm = chainOf(30)
    const step = { kind: 'delete-subtree', checkpoint: named(vm, 'Checkpoint 28') } as const
    expect(drawn(outlines(vm, step)).before).toEqual([
      'more 26',
      '  Checkpoint 27',
      '    Checkpoint 28 goes',
      '      Checkpoint 29 goes',
      '        Checkpoint 30 goes',
      '          now',
    ])
  })
})

function goBack(vm: Vm, name: string, current: 'kept' | 'lost'): Step {
  return { kind: 'go-back', checkpoint: named(vm, name), current }
}

function named(vm: Vm, wanted: string): Checkpoint {
  return vm.checkpoints.find(({ name }) => name === wanted)!
}

/** Each under the one before, and Now under the last. */
function chainOf(length: number): Vm {
  const checkpoints = Array.from({ length }, (_, n) =>
    exampleCheckpoint(n + 1, { parentId: n === 0 ? null : exampleCheckpoint(n).id }),
  )
  return exampleVm(1, { checkpoints, parentCheckpointId: exampleCheckpoint(length).id })
}

function drawn({ before, after }: Outlines): { before: readonly string[]; after: readonly string[] } {
  return { before: before.map(drawnLine), after: after.map(drawnLine) }
}

function drawnLine({ depth, kind, name, isGoing, count }: OutlineLine): string {
  const word = kind === 'checkpoint' ? name : kind === 'more' ? `more ${String(count)}` : kind
  return `${'  '.repeat(depth)}${word}${isGoing ? ' goes' : ''}`
}
