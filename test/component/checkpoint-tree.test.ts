import { describe, expect, it } from 'vitest'
import type { Vm } from '#contract/model'
import { checkpointTree, treeRow, type CheckpointTree } from '../../renderer/checkpoint-tree.ts'
import { checkpointId, exampleCheckpoint, exampleVm, vmWithTree } from './support/examples.ts'

/** One line a row, two spaces a level, "*" on the way to Now. */
function drawn(tree: CheckpointTree): readonly string[] {
  return Array.from(tree.nodes, (_node, row) => {
    const { level, checkpoint, isOnPath } = treeRow(tree, row)
    return `${'  '.repeat(level - 1)}${checkpoint?.name ?? 'Now'}${isOnPath ? ' *' : ''}`
  })
}

function vmOf(checkpoints: Vm['checkpoints'], parentCheckpointId: Vm['parentCheckpointId'] = null): Vm {
  return exampleVm(1, { checkpoints, parentCheckpointId })
}

describe('the tree of checkpoints', () => {
  it('has Now first among its siblings and marks the way to it', () => {
    expect(drawn(checkpointTree(vmWithTree()))).toEqual([
      'Clean install *',
      '  Office and tools installed *',
      '    Now *',
      '    Before KB5049981',
      '  Automatic Checkpoint - WIN11-TEST',
    ])
  })

  it('has Now at its root where the machine runs from no checkpoint', () => {
    expect(drawn(checkpointTree(vmOf([exampleCheckpoint(1)])))).toEqual(['Now *', 'Checkpoint 1'])
  })

  it('has Now at its root where the host names a parent that is not there', () => {
    expect(drawn(checkpointTree(vmOf([exampleCheckpoint(1)], checkpointId(9))))).toEqual([
      'Now *',
      'Checkpoint 1',
    ])
  })

  it('shows a checkpoint with an unknown parent as a root', () => {
    const orphan = exampleCheckpoint(2, { parentId: checkpointId(9) })
    expect(drawn(checkpointTree(vmOf([exampleCheckpoint(1), orphan])))).toEqual([
      'Now *',
      'Checkpoint 1',
      'Checkpoint 2',
    ])
  })

  it('cuts a ring of parents open at its oldest and drops nobody, Now neither', () => {
    const ring = [
      exampleCheckpoint(1, { parentId: checkpointId(3) }),
      exampleCheckpoint(2, { parentId: checkpointId(1) }),
      exampleCheckpoint(3, { parentId: checkpointId(2) }),
      exampleCheckpoint(4, { parentId: checkpointId(4) }),
    ]
    expect(drawn(checkpointTree(vmOf(ring, checkpointId(3))))).toEqual([
      'Checkpoint 1 *',
      '  Checkpoint 2 *',
      '    Checkpoint 3 *',
      '      Now *',
      'Checkpoint 4',
    ])
  })

  it('is empty where there are no checkpoints, since Now alone says nothing', () => {
    expect(drawn(checkpointTree(vmOf([])))).toEqual([])
  })
})
