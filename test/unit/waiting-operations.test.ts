import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Operation, OperationId } from '#contract/model'
import { type OperationsQueue, createOperationsQueue } from '../../electron/core/operations-queue.ts'
import type { Work, WorkResult } from '../../electron/core/work.ts'
import { exampleCheckpointId, exampleVm } from '../support/example-vm.ts'
import { createJournalOfTest } from '../support/journal-of-test.ts'
import { type ManualClock, createManualClock } from '../support/manual-clock.ts'
import { silentLog } from '../support/silent-log.ts'

const vm = exampleVm()
const noOperation = OperationId.parse('00000000-0000-4000-8000-000000000000')
let clock: ManualClock
/** Milliseconds that have passed while no timer ran. */
let slept: number
let journal: ReturnType<typeof createJournalOfTest>
let published: Operation[]
let runs: string[]
let queue: OperationsQueue

beforeEach(() => {
  clock = createManualClock(Date.parse('2026-11-21T09:00:00.000Z'))
  slept = 0
  journal = createJournalOfTest([])
  published = []
  runs = []
  queue = openQueue()
})

function openQueue(): OperationsQueue {
  return createOperationsQueue({
    publish: (name, payload) => {
      // This queue publishes operations and nothing else.
      if (name === 'operation.changed') published.push(payload as Operation)
    },
    clock: { ...clock, now: () => clock.now() + slept },
    log: silentLog,
    journal,
    newId: () => OperationId.parse(randomUUID()),
    readBack: () => Promise.resolve(vm),
  })
}

describe('An operation that can be undone before it is sent', () => {
  it('waits, says until when, and takes its turn when the time is over', async () => {
    const { id } = queue.submit(deletion())
    await clock.advance(7_999)
    expect([runs, queue.isBusy(vm.id)]).toEqual([[], false])
    await clock.advance(1)
    expect([runs, stateOf(id)]).toEqual([['delete'], 'done'])
    expect(published.map(({ state, undo }) => [state, undo])).toEqual([
      ['waiting', { by: 'not-sending', until: '2026-11-21T09:00:08.000Z' }],
      ['queued', null],
      ['running', null],
      ['running', null],
      ['done', null],
    ])
  })

  it('is never sent once it was undone, be it at the last moment', async () => {
    const { id } = queue.submit(deletion())
    await clock.advance(7_999)
    expect(queue.withdraw(id)).toMatchObject({
      state: 'undone',
      undo: null,
      endedAt: '2026-11-21T09:00:07.999Z',
    })
    await clock.advance(60_000)
    expect([runs, stateOf(id)]).toEqual([[], 'undone'])
    expect(journal.entries.map(({ step }) => step)).toEqual(['intent', 'outcome'])
  })

  it('can’t be undone twice, nor when its time is over, nor where it never waited', async () => {
    const undone = queue.submit(deletion())
    queue.withdraw(undone.id)
    const sent = queue.submit(deletion())
    await clock.advance(8_000)
    const atOnce = queue.submit(deletion({ key: 'at once', undoMilliseconds: 0 }))
    expect([undone, sent, atOnce].map(({ id }) => queue.withdraw(id))).toEqual([null, null, null])
    expect(stateOf(sent.id)).toBe('done')
  })

  it('joins the same wish while it waits, without waiting longer, and is taken anew once it was undone', async () => {
    const first = queue.submit(deletion())
    await clock.advance(5_000)
    expect(queue.submit(deletion()).id).toBe(first.id)
    queue.withdraw(first.id)
    const second = queue.submit(deletion())
    expect(second.id).not.toBe(first.id)
    await clock.advance(8_000)
    expect(runs).toEqual(['delete'])
  })

  it('lets other work for its machine go ahead, and comes behind what runs when its time is over', async () => {
    const waiting = queue.submit(deletion())
    let end: (result: WorkResult) => void = () => undefined
    queue.submit({
      ...deletion({ key: 'other', undoMilliseconds: 0 }),
      run: () => {
        runs.push('other')
        return new Promise((resolve) => {
          end = resolve
        })
      },
    })
    await clock.advance(8_000)
    expect([runs, stateOf(waiting.id)]).toEqual([['other'], 'queued'])
    end({})
    await expect.poll(() => stateOf(waiting.id)).toBe('done')
    expect(runs).toEqual(['other', 'delete'])
  })

  it('is not sent when the app ends, and stays written down as what was not sent', async () => {
    queue.submit(deletion())
    queue.close()
    await clock.advance(60_000)
    expect([runs, journal.entries.map(({ step }) => step)]).toEqual([[], ['intent']])
  })

  it('waits anew where the computer slept meanwhile, so that there is time to undo it', async () => {
    const { id } = queue.submit(deletion())
    await clock.advance(3_000)
    slept = 3_600_000
    await clock.advance(5_000)
    expect([runs, queue.list()[0]?.undo]).toEqual([
      [],
      { by: 'not-sending', until: '2026-11-21T10:00:16.000Z' },
    ])
    await clock.advance(7_999)
    expect([runs, stateOf(id)]).toEqual([[], 'waiting'])
    await clock.advance(1)
    expect([runs, stateOf(id)]).toEqual([['delete'], 'done'])
  })

  it('does not wait where an earlier start had accepted it', async () => {
    const recovered = { id: OperationId.parse(randomUUID()), startedAt: '2026-11-21T08:00:00.000Z' }
    expect(queue.submit(deletion({ recovered }))).toMatchObject({ state: 'running', undo: null })
    await expect.poll(() => stateOf(recovered.id)).toBe('done')
  })
})

describe('An operation that kept the state which it replaced', () => {
  it('can be undone by going back to that once it is done, until that is over', async () => {
    const { id } = queue.submit({
      ...deletion({ undoMilliseconds: 0 }),
      run: () => Promise.resolve({ keptId: exampleCheckpointId(7) }),
    })
    await expect.poll(() => stateOf(id)).toBe('done')
    expect(published.map(({ state, undo }) => [state, undo]).slice(-2)).toEqual([
      ['running', null],
      ['done', { by: 'going-back', checkpointId: exampleCheckpointId(7) }],
    ])
    expect(queue.withdraw(id)).toBeNull()
    const told = published.length
    queue.endUndo(id)
    queue.endUndo(id)
    expect(published.slice(told)).toMatchObject([{ id, state: 'done', undo: null }])
  })
})

/** Somebody asks for one of three deletes, takes back one of the last, or lets time pass. */
const step = fc.oneof(
  fc.record({ do: fc.constant('ask' as const), what: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ do: fc.constant('undo' as const), place: fc.nat({ max: 2 }) }),
  fc.record({ do: fc.constant('pass' as const), milliseconds: fc.nat({ max: 9_000 }) }),
)

it('runs each delete once or undoes it, one at a time, in whatever order they are asked for and undone', async () => {
  const seen = { undone: 0, done: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const asked = openQueue()
      const started: OperationId[] = []
      let running = 0
      const work = (what: string): Work => ({
        ...deletion({ key: what }),
        run: async () => {
          running += 1
          expect(running).toBe(1)
          await new Promise<void>((resolve) => clock.after(2_500, resolve))
          running -= 1
          started.push(asked.underWay(what)?.id ?? noOperation)
          return {}
        },
      })
      const accepted = new Set<OperationId>()
      for (const each of steps) {
        if (each.do === 'ask') accepted.add(asked.submit(work(each.what)).id)
        else if (each.do === 'undo') asked.withdraw([...accepted].at(-1 - each.place) ?? noOperation)
        else await clock.advance(each.milliseconds)
      }
      await clock.advance(120_000)
      const ends = asked.list()
      expect(ends.map(({ id }) => id)).toEqual([...accepted])
      expect(
        ends
          .filter(({ state }) => state === 'done')
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(started.toSorted())
      expect(ends.every(({ state, undo }) => undo === null && (state === 'done' || state === 'undone'))).toBe(
        true,
      )
      for (const { state } of ends) seen[state === 'done' ? 'done' : 'undone'] += 1
    }),
    { numRuns: 500 },
  )
  expect([seen.undone > 100, seen.done > 100]).toEqual([true, true])
})

function deletion(change: Partial<Work> = {}): Work {
  return {
    wish: { kind: 'delete-checkpoint', checkpointId: exampleCheckpointId(1) },
    vm,
    checkpointName: 'Checkpoint 1',
    key: 'delete',
    undoMilliseconds: 8_000,
    run: () => {
      runs.push('delete')
      return Promise.resolve({})
    },
    ...change,
  }
}

function stateOf(wanted: OperationId): Operation['state'] | undefined {
  return queue.list().find(({ id }) => id === wanted)?.state
}
