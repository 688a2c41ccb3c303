import { describe, expect, it } from 'vitest'
import { type CheckpointKind, checkpointKind } from '#contract/checkpoint-kind'
import type { CheckpointRecord } from '#contract/checkpoint-record'
import { type Checkpoint, CheckpointCategory, VmState } from '#contract/model'
import { exampleRecord } from '../support/example-record.ts'
import { exampleCheckpoint } from '../support/example-vm.ts'

type Row = readonly [
  isSaved: Checkpoint['isSaved'],
  policyWhenTaken: Checkpoint['policyWhenTaken'],
  kind: CheckpointKind,
]

describe('The kind of a checkpoint', () => {
  it.each<Row>([
    [true, 'Standard', 'standard-with-memory'],
    [true, 'Production', 'standard-fell-back'],
    [true, 'ProductionOnly', 'standard-with-memory'],
    [true, null, 'standard-with-memory'],
    [false, 'Standard', 'offline'],
    [false, 'Production', 'disk-only'],
    [false, 'ProductionOnly', 'disk-only'],
    [false, null, 'disk-only'],
    [null, 'Standard', 'unknown'],
    [null, 'Production', 'unknown'],
    [null, null, 'unknown'],
  ])('of which nothing was recorded: saved %s, policy %s, is %s', (isSaved, policyWhenTaken, kind) => {
    expect(checkpointKind(exampleCheckpoint(1, { isSaved, policyWhenTaken }), null)).toBe(kind)
  })

  type RecordedRow = readonly [
    isSaved: boolean,
    asked: CheckpointRecord['asked'],
    stateBefore: VmState,
    kind: CheckpointKind,
  ]
  it.each<RecordedRow>([
    [false, 'Production', 'Running', 'production'],
    [false, 'ProductionOnly', 'Running', 'production'],
    [false, 'Production', 'Off', 'offline'],
    [false, 'ProductionOnly', 'Off', 'offline'],
    [false, 'Standard', 'Off', 'offline'],
    // Its memory was taken out of it, or it was shut down between the reading and the checkpoint.
    [false, 'Standard', 'Running', 'disk-only'],
    [false, 'Production', 'Other', 'disk-only'],
    [true, 'Production', 'Running', 'standard-fell-back'],
    [true, 'Production', 'Saved', 'standard-fell-back'],
    [true, 'Standard', 'Running', 'standard-with-memory'],
  ])('that was recorded: saved %s, asked %s, taken while %s, is %s', (isSaved, asked, stateBefore, kind) => {
    const checkpoint = exampleCheckpoint(1, { isSaved, policyWhenTaken: null })
    expect(checkpointKind(checkpoint, exampleRecord({ asked, stateBefore }))).toBe(kind)
  })

  it('asked for once counts for more than the policy it was taken under', () => {
    const checkpoint = exampleCheckpoint(1, { isSaved: true, policyWhenTaken: 'Production' })
    expect(checkpointKind(checkpoint, exampleRecord({ asked: 'Standard' }))).toBe('standard-with-memory')
  })

  it('of a checkpoint that nobody took by hand is what it is for', () => {
    const others = CheckpointCategory.options.filter((category) => category !== 'user')
    const kinds = others.map((category) =>
      checkpointKind(exampleCheckpoint(1, { category }), exampleRecord()),
    )
    expect(kinds).toEqual(others)
  })

  it('is production for a running machine alone', () => {
    const proven = VmState.options.filter(
      (stateBefore) =>
        checkpointKind(exampleCheckpoint(1), exampleRecord({ asked: 'Production', stateBefore })) ===
        'production',
    )
    expect(proven).toEqual(['Running'])
  })
})
