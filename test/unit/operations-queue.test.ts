import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors'
import { type Operation, OperationId, type Vm, VmId } from '#contract/model'
import { type OperationsQueue, createOperationsQueue } from '../../electron/core/operations-queue.ts'
import type { Work, WorkResult } from '../../electron/core/work.ts'
import { memoryJournal } from '../../electron/storage/memory-journal.ts'
import { exampleVm } from '../support/example-vm.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { silentLog } from '../support/silent-log.ts'

const vm = exampleVm()
const otherVm: Vm = { ...vm, id: VmId.parse('33333333-3333-4333-8333-333333333333'), name: 'DC01' }
let published: Operation[]
let readBacks: string[]
let queue: OperationsQueue

beforeEach(() => {
  published = []
  readBacks = []
  queue = createOperationsQueue({
    publish: (name, payload) => {
      // This queue publishes operations and nothing else.
      if (name === 'operation.changed') published.push(payload as Operation)
    },
    clock: createManualClock(),
    log: silentLog,
    journal: memoryJournal,
    newId: () => OperationId.parse(randomUUID()),
    readBack: (vmId) => {
      readBacks.push(vmId)
      return Promise.resolve(vm)
    },
  })
})

it('runs one operation at a time for a machine, and those of different machines side by side', async () => {
  const first = controlled('first', vm)
  const second = controlled('second', vm)
  const elsewhere = controlled('elsewhere', otherVm)
  queue.submit(first.work)
  queue.submit(second.work)
  queue.submit(elsewhere.work)
  expect([first.isRunning(), second.isRunning(), elsewhere.isRunning()]).toEqual([true, false, true])
  first.end({})
  await statesToBe(['done', 'running', 'running'])
  expect(second.isRunning()).toBe(true)
})

it('lets the same wish join the one under way, and takes it anew once that has ended', async () => {
  const first = controlled('same', vm)
  const accepted = queue.submit(first.work)
  expect(queue.submit(controlled('same', vm).work).id).toBe(accepted.id)
  first.end({})
  await statesToBe(['done'])
  expect(queue.submit(controlled('same', vm).work).id).not.toBe(accepted.id)
})

it('reads the machine back before it says that anything has ended', async () => {
  const good = controlled('good', vm)
  queue.submit(good.work)
  expect(readBacks).toEqual([])
  good.end({})
  await statesToBe(['done'])
  expect(readBacks).toEqual([vm.id])
})

describe('an operation that fails', () => {
  it('ends with its reason, and the next one for that machine goes on', async () => {
    const bad = controlled('bad', vm)
    const next = controlled('next', vm)
    queue.submit(bad.work)
    queue.submit(next.work)
    bad.fail(new AppError('wrong-state', 'It is saving.', 'Er speichert.'))
    await statesToBe(['failed', 'running'])
    expect(queue.list()[0]?.error).toEqual({
      code: 'wrong-state',
      message: 'It is saving.',
      detail: 'Er speichert.',
    })
  })

  it('is called unknown where the host could not be asked how it ended', async () => {
    const lost = controlled('lost', vm)
    queue.submit(lost.work)
    lost.fail(new AppError('outcome-unknown', 'PowerShell ended in the middle.'))
    await statesToBe(['unknown'])
  })
})

describe('while Hyper-V is asked to cancel what it does with the machine', () => {
  it.each([
    ['operation-failed', 'is called cancelled', 'creating-checkpoint', 'operation-failed', 'cancelled'],
    ['outcome-unknown', 'is called cancelled', 'creating-checkpoint', 'outcome-unknown', 'cancelled'],
    ['wrong-state', 'keeps its reason', 'creating-checkpoint', 'wrong-state', 'wrong-state'],
    ['a backup', 'is not taken for it', 'backing-up', 'operation-failed', 'operation-failed'],
  ] as const)('%s %s', async (_what, _end, kind, code, expected) => {
    const work = controlled('cancelled', vm)
    queue.submit(work.work)
    queue.expectCancel({ id: vm.id, activity: { kind, percent: null, job: null } })
    work.fail(new AppError(code, ''))
    await expect.poll(() => queue.list()[0]?.error?.code).toBe(expected)
  })
})

it('follows a merge after Hyper-V has answered, while others may go ahead', async () => {
  const merge = deferred<string | null>()
  const first = controlled('delete', vm)
  let tellPercent: (percent: number | null) => void = () => undefined
  queue.submit({
    ...first.work,
    afterwards: (onProgress) => {
      tellPercent = onProgress
      return merge.promise
    },
  })
  first.end({})
  await statesToBe(['merging'])
  tellPercent(43)
  const next = controlled('next', vm)
  queue.submit(next.work)
  await statesToBe(['merging', 'running'])
  expect(queue.list()[0]?.percent).toBe(43)
  merge.resolve('Its disks are not merged.')
  await statesToBe(['done', 'running'])
  expect(queue.list()[0]?.remark).toBe('Its disks are not merged.')
})

it('tells every step, whole', async () => {
  const work = controlled('create', vm)
  queue.submit(work.work)
  work.percent(50)
  work.end({ remark: 'The note could not be written.' })
  await statesToBe(['done'])
  const steps = published.map(({ state, percent, remark }) => ({ state, percent, remark }))
  expect(steps).toEqual([
    { state: 'queued', percent: null, remark: null },
    { state: 'running', percent: null, remark: null },
    { state: 'running', percent: 50, remark: null },
    { state: 'running', percent: 50, remark: 'The note could not be written.' },
    { state: 'done', percent: null, remark: 'The note could not be written.' },
  ])
})

it('keeps the last fifty that ended, and all that have not', async () => {
  const running = controlled('running', otherVm)
  queue.submit(running.work)
  for (let n = 0; n < 60; n += 1) {
    const work = controlled(String(n), vm)
    queue.submit(work.work)
    work.end({})
  }
  await expect.poll(() => queue.isBusy(vm.id)).toBe(false)
  expect([queue.list().length, queue.list()[0]?.vmId]).toEqual([51, otherVm.id])
})

async function statesToBe(states: readonly Operation['state'][]): Promise<void> {
  await expect.poll(() => queue.list().map(({ state }) => state)).toEqual(states)
}

/** Work that runs until the test ends it. */
function controlled(
  key: string,
  of: Vm,
): {
  readonly work: Work
  readonly isRunning: () => boolean
  readonly percent: (percent: number) => void
  readonly end: (result: WorkResult) => void
  readonly fail: (error: Error) => void
} {
  const outcome = deferred<WorkResult>()
  let isRunning = false
  let tell: (percent: number | null) => void = () => undefined
  return {
    work: {
      wish: { kind: 'create-checkpoint', name: null, notes: null },
      vm: of,
      checkpointName: null,
      key,
      run: (progress) => {
        isRunning = true
        tell = progress.percent
        return outcome.promise
      },
    },
    isRunning: () => isRunning,
    percent: (percent) => {
      tell(percent)
    },
    end: outcome.resolve,
    fail: outcome.reject,
  }
}

function deferred<T>(): {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
  readonly reject: (error: Error) => void
} {
  let resolve: (value: T) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<T>((onResolved, onRejected) => {
    resolve = onResolved
    reject = onRejected
  })
  return { promise, resolve, reject }
}
