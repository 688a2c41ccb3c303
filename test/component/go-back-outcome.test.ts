import { describe, expect, it } from 'vitest'
import { applyRefusal } from '#contract/eligibility'
import { VmState } from '#contract/model'
import { filesAfterDelete, filesAfterSubtreeDelete } from '../../renderer/dialogs/deletion-facts.ts'
import { goBackOutcome } from '../../renderer/dialogs/go-back-outcome.ts'
import { exampleCheckpoint, exampleVm, vmWithTree } from './support/examples.ts'

it('what a machine does after it was taken back is told for every state from which it can be', () => {
  const table = VmState.options
    .filter((state) => applyRefusal(exampleVm(1, { state }), exampleCheckpoint(1)) === null)
    .map((state) => [
      state,
      ...[true, false, null].map((isSaved) =>
        goBackOutcome(exampleVm(1, { state }), exampleCheckpoint(1, { isSaved })),
      ),
    ])
  expect(table).toEqual([
    ['Running', 'running', 'off', 'unknown'],
    ['Off', 'saved', 'off', 'unknown'],
    ['Saved', 'saved', 'off', 'unknown'],
    ['Paused', 'running', 'off', 'unknown'],
    ['Hibernated', 'saved', 'off', 'unknown'],
  ])
})

describe('what becomes of disk files', () => {
  it('of one checkpoint depends on how many states build on them', () => {
    const vm = vmWithTree()
    expect(vm.checkpoints.map((each) => [each.name, filesAfterDelete(vm, each)])).toEqual([
      ['Clean install', 'kept'],
      ['Office and tools installed', 'kept'],
      ['Before KB5049981', 'deleted'],
      ['Automatic Checkpoint - WIN11-TEST', 'deleted'],
    ])
  })

  it('of the last checkpoint is that they are merged into Now', () => {
    const only = exampleCheckpoint(1)
    const vm = exampleVm(1, { checkpoints: [only], parentCheckpointId: only.id })
    expect(filesAfterDelete(vm, only)).toBe('merged')
  })

  it('of a subtree depends on whether Now is in it', () => {
    const vm = vmWithTree()
    expect(vm.checkpoints.map((each) => filesAfterSubtreeDelete(vm, each))).toEqual([
      'merged',
      'merged',
      'deleted',
      'deleted',
    ])
  })
})
