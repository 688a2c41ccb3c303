import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CheckpointName } from '#contract/inputs'
import { keptName } from '../../electron/core/kept-name.ts'
import type { GoingBack } from '../../electron/core/wish.ts'
import { exampleCheckpoint } from '../support/example-vm.ts'

describe('The name of a state that is kept before going back', () => {
  it('says what was gone back to', () => {
    expect([nameFor('apply-checkpoint', 'Clean install'), nameFor('revert', 'Clean install')]).toEqual([
      'Before applying “Clean install”',
      'Before reverting to “Clean install”',
    ])
  })

  it('is cut to what Hyper-V keeps, and closes its quotation', () => {
    const name = nameFor('apply-checkpoint', 'x'.repeat(100))
    expect([name?.length, name?.slice(-3)]).toEqual([100, 'x…”'])
  })

  it('is Hyper-V’s own where the checkpoint is gone', () => {
    const wish = { kind: 'revert', checkpointId: exampleCheckpoint(2).id, keepsCurrent: true } as const
    expect(keptName(wish, { checkpoints: [exampleCheckpoint(1)] })).toBeNull()
  })

  it('may be used whatever other tools have called a checkpoint', () => {
    const anyName = fc.string({ unit: 'binary', minLength: 1, maxLength: 120 })
    fc.assert(
      fc.property(
        fc.oneof(
          anyName,
          anyName.map((name) => `${name}\ud83d`),
        ),
        (name) => {
          expect(CheckpointName.safeParse(nameFor('apply-checkpoint', name)).success).toBe(true)
        },
      ),
    )
  })
})

function nameFor(kind: GoingBack['kind'], name: string): string | null {
  const target = exampleCheckpoint(1, { name })
  return keptName({ kind, checkpointId: target.id, keepsCurrent: true }, { checkpoints: [target] })
}
