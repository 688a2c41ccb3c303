import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { CheckpointId, Operation, VmId } from '#contract/model'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'
import { type LosingName, withSeen } from '../support/with-seen.ts'

let app: AppOnLab
let vmId: VmId
let ids: Readonly<Record<Name, CheckpointId>>

type Name = 'Above' | 'Top' | 'Child'

/** Each hangs under the one before, and "Now" under the last. */
beforeEach(async () => {
  app = await openAppOnLab({ settings: { undoSeconds: 8 } })
  onTestFinished(app.close)
  vmId = app.lab.spare('off')[0]!
  ids = { Above: await taken('Above'), Top: await taken('Top'), Child: await taken('Child') }
})

describe('A machine that is being taken back to a checkpoint', () => {
  it.each(['checkpoint.deleteSubtree', 'checkpoint.delete'] as const)(
    'keeps it: %s of what it is taken back to is refused',
    async (name) => {
      const apply = await asked('checkpoint.apply', 'Child')
      const target = name === 'checkpoint.delete' ? 'Child' : 'Top'
      await expect(asked(name, target)).rejects.toThrow(
        `${name}: busy Spare off 1 is being taken back to “Child”, which would be deleted by this. Wait until that has ended, look at its checkpoints and decide again.`,
      )
      expect((await app.ended(apply)).state).toBe('done')
      expect(names()).toEqual(['Above', 'Top', 'Child'])
    },
  )

  it('is no reason to keep others, whose delete waits for its turn', async () => {
    await asked('checkpoint.apply', 'Child')
    expect((await app.ended(await asked('checkpoint.delete', 'Above'))).state).toBe('done')
    expect(names()).toEqual(['Top', 'Child'])
  })

  it('keeps all of its checkpoints while somebody else does it, for nobody can tell to which', async () => {
    const apply = app.simulation.applyCheckpoint(vmId, ids.Child)
    await app.clock.advance(500)
    await expect(asked('checkpoint.delete', 'Above')).rejects.toThrow(
      'checkpoint.delete: busy Spare off 1 is being taken back to a checkpoint. Wait until that has ended, look at its checkpoints and decide again.',
    )
    await app.clock.settle(apply)
  })
})

it.each([
  ['checkpoint.deleteSubtree', 'Above', 'Top'],
  ['checkpoint.delete', 'Top', 'Top'],
] as const)(
  '%s of %s that waits deletes nothing where %s was applied meanwhile',
  async (name, target, applied) => {
    const waiting = await asked(name, target)
    expect(waiting.state).toBe('waiting')
    await app.ended(await asked('checkpoint.apply', applied))
    const operation = await app.ended(waiting)
    expect([operation.state, operation.error]).toEqual([
      'failed',
      {
        code: 'changed-meanwhile',
        message:
          'Nothing was deleted, because Spare off 1 was taken back to “Top” meanwhile. Look at its checkpoints and decide again.',
      },
    ])
    expect(names()).toEqual(['Above', 'Top', 'Child'])
  },
)

it('a delete that waits is sent where “Now” has only moved up because what it hung under was deleted', async () => {
  const child = await asked('checkpoint.delete', 'Child')
  const top = await asked('checkpoint.delete', 'Top')
  expect([(await app.ended(child)).state, (await app.ended(top)).state]).toEqual(['done', 'done'])
  expect(names()).toEqual(['Above'])
})

async function taken(name: string): Promise<CheckpointId> {
  return (await app.finish('checkpoint.create', { vmId, name })).checkpointId!
}

async function asked(name: LosingName, target: Name): Promise<Operation> {
  const also = name === 'checkpoint.apply' ? { keepCurrent: false } : {}
  const input = await withSeen(app.call, name, { vmId, checkpointId: ids[target], ...also })
  const reply = await app.clock.settle(app.dispatch(name, input))
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.message}`)
  return reply.value as Operation
}

function names(): readonly string[] {
  return app.simulation.vm(vmId)!.checkpoints.map(({ name }) => name)
}
