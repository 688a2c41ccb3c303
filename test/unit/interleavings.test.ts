import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Operation, OperationId, type VmId, VmId as VmIdSchema } from '#contract/model'
import { createOperationsQueue } from '../../electron/core/operations-queue.ts'
import { memoryJournal } from '../../electron/storage/memory-journal.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { silentLog } from '../support/silent-log.ts'

const machines = [1, 2, 3].map((n) => VmIdSchema.parse(`11111111-1111-4111-8111-00000000000${String(n)}`))

/** What somebody asks for, and whether it will work. */
const wish = fc.record({
  vmId: fc.constantFrom(...machines),
  what: fc.constantFrom('a', 'b', 'c'),
  works: fc.boolean(),
})

it('runs one operation at a time per machine and loses none, in whatever order they are asked for and end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(wish, { minLength: 1, maxLength: 14 }),
      async (scheduler, wishes) => {
        const running = new Set<VmId>()
        const runs: string[] = []
        let mostAtOnce = 0
        let number = 0
        const ends = new Map<OperationId, Operation['state']>()
        const queue = createOperationsQueue({
          publish: (name, payload) => {
            // This queue publishes operations and nothing else.
            const operation = payload as Operation
            if (name === 'operation.changed' && operation.endedAt !== null)
              ends.set(operation.id, operation.state)
          },
          clock: createManualClock(),
          log: silentLog,
          journal: memoryJournal,
          newId: () =>
            OperationId.parse(`22222222-2222-4222-8222-${String((number += 1)).padStart(12, '0')}`),
          readBack: () => scheduler.schedule(Promise.resolve({ checkpoints: [] }), 'read back'),
        })

        const submit = ({ vmId, what, works }: (typeof wishes)[number]): Operation =>
          queue.submit({
            wish: { kind: 'start' },
            vm: { id: vmId, name: vmId },
            checkpointName: null,
            key: `${vmId} ${what}`,
            run: async () => {
              expect(running.has(vmId)).toBe(false)
              running.add(vmId)
              mostAtOnce = Math.max(mostAtOnce, running.size)
              runs.push(`${vmId} ${what}`)
              await scheduler.schedule(Promise.resolve(), `${what} of ${vmId}`)
              running.delete(vmId)
              if (!works) throw new Error('It does not work.')
              return {}
            },
          })

        const accepted: Operation[] = []
        const asking = scheduler.scheduleSequence(
          wishes.map((each) => ({
            label: `ask for ${each.what} of ${each.vmId}`,
            builder: () => Promise.resolve(void accepted.push(submit(each))),
          })),
        )
        await scheduler.waitFor(asking.task)
        await scheduler.waitIdle()

        const ids = new Set(accepted.map(({ id }) => id))
        expect(accepted).toHaveLength(wishes.length)
        expect(runs).toHaveLength(ids.size)
        expect([...ends.keys()].toSorted()).toEqual([...ids].toSorted())
        expect(mostAtOnce).toBeLessThanOrEqual(new Set(wishes.map(({ vmId }) => vmId)).size)
        expect(machines.filter(queue.isBusy)).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
})
