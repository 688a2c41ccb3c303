import { describe, expect, it, onTestFinished } from 'vitest'
import type { CheckpointId, VmId } from '#contract/model'
import type { Input } from '#contract/operations'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'
import { type LossyHost, createLossyHost } from '../support/lossy-host.ts'
import { type LosingName, exampleSession, withSeen } from '../support/with-seen.ts'

const all = ['checkpoint.apply', 'vm.revert', 'checkpoint.delete', 'checkpoint.deleteSubtree'] as const
const deletes = ['checkpoint.delete', 'checkpoint.deleteSubtree'] as const
const goingBack = ['checkpoint.apply', 'vm.revert'] as const

describe.each(all)('%s', (name) => {
  it('is refused to whoever saw what an earlier start showed, and changes nothing', async () => {
    const scene = await open()
    const earlier = await scene.seen(name)
    const next = await scene.app.restart(scene.host.wrap)
    await expect(next.call(name, earlier)).rejects.toThrow(
      'changed-meanwhile Savepoint was started again since this was shown, so nothing was done.',
    )
    expect([scene.sent(), await next.call('operation.list', {})]).toEqual([[], []])
  })

  it.each([
    [
      'nothing of what was seen',
      ({ vmId, checkpointId }: Asked) => ({ vmId, checkpointId, keepCurrent: false }),
    ],
    ['a mark that is none', ({ seen, ...rest }: Asked) => ({ ...rest, seen: { ...seen, session: 'x' } })],
    [
      'something else beside it',
      ({ seen, ...rest }: Asked) => ({ ...rest, seen: { ...seen, isSure: true } }),
    ],
  ])('is not understood with %s', async (_, change) => {
    const { app, seen, sent } = await open()
    const reply = await app.clock.settle(app.dispatch(name, change(await seen(name))))
    expect([reply, sent()]).toMatchObject([{ ok: false, error: { code: 'invalid-input' } }, []])
  })

  it('is refused to whoever guesses the mark', async () => {
    const { app, seen, sent } = await open()
    const asked = await seen(name)
    const guessed = { ...asked, seen: { ...asked.seen, session: exampleSession } }
    await expect(app.call(name, guessed)).rejects.toThrow('changed-meanwhile')
    expect(sent()).toEqual([])
  })
})

it('The mark of a start is another at each, and the same as long as it lasts', async () => {
  const { app } = await open()
  const mark = async (of: AppOnLab): Promise<string> => (await of.call('app.session', {})).session
  const marks = [await mark(app), await mark(app), await mark(await app.restart())]
  expect([new Set(marks).size, marks[0] === marks[1]]).toEqual([2, true])
})

describe.each(deletes)('%s', (name) => {
  it('is refused where another was shown to go', async () => {
    const { app, second, seen, sent } = await open()
    const asked = await seen(name)
    const others = { ...asked, seen: { ...asked.seen, goes: [second] } }
    await expect(app.call(name, others)).rejects.toThrow(
      'changed-meanwhile Nothing was deleted, because “First” would have gone without having been shown. Look at the checkpoints of Spare off 1 and decide again.',
    )
    expect(sent()).toEqual([])
  })
})

describe('Deleting a subtree', () => {
  it.each([
    [1, '“Third”'],
    [2, '“Third” and “Fourth”'],
    [5, '“Third”, “Fourth”, “Fifth” and 2 more'],
  ])('to which %i came since it was shown is refused, and names %s', async (count, names) => {
    const { app, take, seen, sent, names: left } = await open()
    const asked = await seen('checkpoint.deleteSubtree')
    for (const name of later.slice(0, count)) await take(name)
    await expect(app.call('checkpoint.deleteSubtree', asked)).rejects.toThrow(
      `changed-meanwhile Nothing was deleted, because ${names} would have gone without having been shown. Look at the checkpoints of Spare off 1 and decide again.`,
    )
    expect([sent(), left()]).toEqual([[], ['First', 'Second', ...later.slice(0, count)]])
  })

  it('to which one came since is refused at once where something else is under way as well', async () => {
    const { app, vmId, take, seen } = await open()
    const asked = await seen('checkpoint.deleteSubtree')
    await take('Third')
    await app.call('vm.start', { vmId })
    await expect(app.call('checkpoint.deleteSubtree', asked)).rejects.toThrow('changed-meanwhile')
  })

  it('deletes nothing where another one came while it waited to be undone', async () => {
    const { app, take, seen, sent, names } = await open({ undoSeconds: 8 })
    const accepted = await app.call('checkpoint.deleteSubtree', await seen('checkpoint.deleteSubtree'))
    await take('Third')
    const operation = await app.ended(accepted)
    expect([operation.state, operation.error]).toMatchObject(['failed', moreWouldGo])
    expect([sent(), names()]).toEqual([[], ['First', 'Second', 'Third']])
  })

  it('deletes nothing where another one came of what was under way before it', async () => {
    const { app, vmId, seen, sent, names } = await open()
    const before = await app.call('checkpoint.create', { vmId, name: 'Third' })
    const accepted = await app.call('checkpoint.deleteSubtree', await seen('checkpoint.deleteSubtree'))
    expect([before.state, accepted.state]).toEqual(['running', 'queued'])
    expect(await app.ended(accepted)).toMatchObject({ state: 'failed', error: moreWouldGo })
    expect([sent(), names()]).toEqual([['createCheckpoint'], ['First', 'Second', 'Third']])
  })

  it('goes on where less is left of it than was shown', async () => {
    const { app, second, vmId, seen, names } = await open({ undoSeconds: 8 })
    const accepted = await app.call('checkpoint.deleteSubtree', await seen('checkpoint.deleteSubtree'))
    await app.clock.settle(app.simulation.removeCheckpoint(vmId, second, false))
    expect([(await app.ended(accepted)).state, names()]).toEqual(['done', []])
  })

  it('is not held up by a checkpoint that came beside it', async () => {
    const { app, first, vmId, second, take, names } = await open({ undoSeconds: 8 })
    const asked = await withSeen(app.call, 'checkpoint.deleteSubtree', { vmId, checkpointId: second })
    const accepted = await app.call('checkpoint.deleteSubtree', asked)
    await app.clock.settle(app.simulation.applyCheckpoint(vmId, first))
    await take('Third')
    expect([(await app.ended(accepted)).state, names()]).toEqual(['done', ['First', 'Third']])
  })
})

describe.each(goingBack)('%s', (name) => {
  it('is refused where “Now” hangs under another one than was shown', async () => {
    const { app, take, seen, sent, names } = await open()
    const asked = await seen(name)
    await take('Third')
    await expect(app.call(name, asked)).rejects.toThrow(
      'changed-meanwhile Spare off 1 no longer runs from “Second”. Look at its checkpoints and decide again.',
    )
    expect([sent(), names()]).toEqual([[], ['First', 'Second', 'Third']])
  })

  it('is refused where “Now” hung under one that is not there any more', async () => {
    const { app, vmId, second, seen, sent } = await open()
    const asked = await seen(name)
    await app.clock.settle(app.simulation.removeCheckpoint(vmId, second, false))
    await expect(app.call(name, asked)).rejects.toThrow(
      name === 'vm.revert'
        ? 'checkpoint-not-found'
        : 'changed-meanwhile Spare off 1 runs from something else than was shown. Look at its checkpoints and decide again.',
    )
    expect(sent()).toEqual([])
  })

  it('is refused where something else is under way as well', async () => {
    const { app, vmId, take, seen } = await open()
    const asked = await seen(name)
    await take('Third')
    await app.call('vm.start', { vmId })
    await expect(app.call(name, asked)).rejects.toThrow('changed-meanwhile')
  })
})

it('Applying goes on where “Now” was moved by what the same person asked for before it', async () => {
  const { app, vmId, first, seen } = await open()
  const earlier = await app.call('checkpoint.create', { vmId, name: 'Third' })
  const accepted = await app.call('checkpoint.apply', await seen('checkpoint.apply'))
  expect([earlier.state, accepted.state]).toEqual(['running', 'queued'])
  expect((await app.ended(accepted)).state).toBe('done')
  expect((await app.vm(vmId)).parentCheckpointId).toBe(first)
})

const later = ['Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh']

const moreWouldGo = {
  code: 'changed-meanwhile',
  message:
    'Nothing was deleted, because “Third” would have gone without having been shown. Look at the checkpoints of Spare off 1 and decide again.',
}

type Asked = Input<LosingName>

interface Scene {
  readonly app: AppOnLab
  readonly host: LossyHost
  readonly vmId: VmId
  /** Two checkpoints in a row; "Now" hangs under the second. */
  readonly first: CheckpointId
  readonly second: CheckpointId
  /** What a window would ask for at this moment: the first, or the second where that is what is reverted to. */
  readonly seen: (name: LosingName) => Promise<Asked & { readonly keepCurrent: boolean }>
  /** By another program. */
  readonly take: (name: string) => Promise<unknown>
  /** What Hyper-V was asked for since. */
  readonly sent: () => readonly string[]
  /** Of the checkpoints on the host itself. */
  readonly names: () => readonly string[]
}

async function open({ undoSeconds = 0 } = {}): Promise<Scene> {
  const host = createLossyHost()
  const app = await openAppOnLab({ settings: { undoSeconds } }, host.wrap)
  onTestFinished(app.close)
  const vmId = app.lab.spare('off')[0]!
  const first = (await app.finish('checkpoint.create', { vmId, name: 'First' })).checkpointId!
  const second = (await app.finish('checkpoint.create', { vmId, name: 'Second' })).checkpointId!
  const before = host.asked.length
  const seen: Scene['seen'] = async (name) => {
    const checkpointId = name === 'vm.revert' ? second : first
    const { keepCurrent, ...asked } = await withSeen(app.call, name, {
      vmId,
      checkpointId,
      keepCurrent: false,
    })
    return (goingBack as readonly string[]).includes(name) ? { ...asked, keepCurrent } : (asked as never)
  }
  return {
    app,
    host,
    vmId,
    first,
    second,
    seen,
    take: (name) => app.clock.settle(app.simulation.createCheckpoint(vmId, name)),
    sent: () => host.asked.slice(before),
    names: () => app.simulation.vm(vmId)!.checkpoints.map((each) => each.name),
  }
}
