import { type Failure, failureOf } from '#contract/errors'
import type { Publish } from '#contract/events'
import type { Operation, OperationId, Vm, VmId } from '#contract/model'
import { beforeOf } from './journal-entry.ts'
import { isEnded, isoOf, newOperation } from './new-operation.ts'
import type { Clock, Journal, Log, LogValues } from './ports.ts'
import { isActivityOf } from './under-way.ts'
import { createWaitingRoom } from './waiting-room.ts'
import type { Work, WorkProgress, WorkResult } from './work.ts'

export interface OperationsQueue {
  /**
   * Starts the work, or queues it behind what its virtual machine is already busy with, or joins the same wish. What can
   * be undone before it is sent waits for that first, and takes its place in the row afterwards.
   */
  readonly submit: (work: Work) => Operation
  /** Takes back what waits and is not sent; null where it is not waiting. */
  readonly withdraw: (id: OperationId) => Operation | null
  /** It can't be undone any more. */
  readonly endUndo: (id: OperationId) => void
  /** The same wish, if it is waiting, queued or running. */
  readonly underWay: (key: string) => Operation | null
  readonly isBusy: (vmId: VmId) => boolean
  /**
   * What Hyper-V is doing with that machine is being cancelled. Where it is an operation of ours, it is called so if it
   * fails. The function returned takes that back.
   */
  readonly expectCancel: (vm: Pick<Vm, 'id' | 'activity'>) => () => void
  /** What is under way, and what ended lately; oldest first. */
  readonly list: () => readonly Operation[]
  /** What still waits is never sent. It stays in the journal, where the next start finds it. */
  readonly close: () => void
}

interface Dependencies {
  readonly publish: Publish
  readonly clock: Clock
  readonly log: Log
  readonly journal: Journal
  readonly newId: () => OperationId
  /** Reads the virtual machine back, so that an operation never ends before the list shows what it did. */
  readonly readBack: (vmId: VmId) => Promise<unknown>
}

const endedOperationsKept = 50

/** One operation at a time per virtual machine; different ones run side by side. Nothing is ever run twice. */
export function createOperationsQueue({
  publish,
  clock,
  log,
  journal,
  newId,
  readBack,
}: Dependencies): OperationsQueue {
  const operations = new Map<OperationId, Operation>()
  const keys = new Map<string, OperationId>()
  const lastOf = new Map<VmId, Promise<void>>()
  const cancelling = new Set<OperationId>()
  const waiting = createWaitingRoom(clock)

  function submit(work: Work): Operation {
    // What an earlier start left behind has an entry of its own in the journal, which has to get its outcome.
    const same = work.recovered === undefined ? underWay(work.key) : null
    if (same !== null) return same
    const operation = newOperation(work, newId, clock.now())
    if (work.recovered === undefined) intend(work, operation)
    keys.set(work.key, operation.id)
    change(operation, {})
    if (operation.state === 'waiting') waitToBeUndone(work, operation)
    else lineUp(work, operation)
    return operations.get(operation.id) ?? operation
  }

  function waitToBeUndone(work: Work, operation: Operation): void {
    waiting.enter(operation.id, work.undoMilliseconds ?? 0, () => {
      change(operation, { state: 'queued', undo: null })
      lineUp(work, operation)
    })
  }

  function lineUp(work: Work, operation: Operation): void {
    const before = lastOf.get(work.vm.id)
    const turn =
      before === undefined ? takeTurn(work, operation) : before.then(() => takeTurn(work, operation))
    lastOf.set(work.vm.id, turn)
    void turn.then(() => {
      if (lastOf.get(work.vm.id) === turn) lastOf.delete(work.vm.id)
    })
  }

  function withdraw(id: OperationId): Operation | null {
    const operation = operations.get(id)
    if (operation === undefined || !waiting.leave(id)) return null
    log.info('operation undone', { kind: operation.kind })
    const undone = change(operation, { state: 'undone', undo: null, endedAt: moment() })
    forget(id)
    return undone
  }

  function endUndo(id: OperationId): void {
    const operation = operations.get(id)
    if (operation?.undo?.by === 'going-back') change(operation, { undo: null })
  }

  /** Not waited for: the journal keeps the order, and what is sent waits for its own entry, which comes after this. */
  function intend({ wish }: Work, { id, startedAt, vmId, vmName, checkpointName }: Operation): void {
    void journal.append({ step: 'intent', id, startedAt, vmId, vmName, checkpointName, wish })
  }

  /** Never rejects: how it ended is in the operation. The virtual machine is free for the next one when this settles. */
  async function takeTurn(work: Work, operation: Operation): Promise<void> {
    const startedAt = clock.monotonic()
    const update = updateOf(operation)
    update({ state: 'running' })
    try {
      const result = await work.run(progressOf(operation, update))
      await settled(readBack(work.vm.id))
      update({ remark: result.remark ?? null, checkpointId: result.checkpointId ?? operation.checkpointId })
      finish(work, operation.id, startedAt, undoOf(result))
    } catch (error) {
      await settled(readBack(work.vm.id))
      const failure = named(operation.id, failureOf(error))
      const state = failure.code === 'outcome-unknown' ? 'unknown' : 'failed'
      logEnd(work, startedAt, { state, code: failure.code })
      update({ state, error: failure, endedAt: moment(), percent: null, isKeepingCurrent: false })
      forget(operation.id)
    }
  }

  function updateOf(operation: Operation): (values: Partial<Operation>) => void {
    return (values) => {
      change(operations.get(operation.id) ?? operation, values)
    }
  }

  function progressOf({ id }: Operation, update: (values: Partial<Operation>) => void): WorkProgress {
    return {
      sending: (vm) => journal.append({ step: 'sent', id, before: beforeOf(vm) }),
      percent: (percent) => {
        update({ percent })
      },
      keepingCurrent: (isKeepingCurrent) => {
        update({ isKeepingCurrent, percent: null })
      },
    }
  }

  function logEnd({ wish }: Work, startedAt: number, end: LogValues): void {
    log.info('operation ended', {
      kind: wish.kind,
      ...end,
      milliseconds: clock.monotonic() - startedAt,
    })
  }

  /** Hyper-V has no word of its own for "cancelled" that could be relied on; whoever asked for it knows. */
  function named(id: OperationId, failure: Failure): Failure {
    const isOpen = failure.code === 'operation-failed' || failure.code === 'outcome-unknown'
    return cancelling.has(id) && isOpen ? cancelled : failure
  }

  function finish(work: Work, id: OperationId, startedAt: number, undo: Operation['undo']): void {
    const end = (): void => {
      const operation = operations.get(id)
      logEnd(work, startedAt, { state: 'done' })
      if (operation !== undefined) change(operation, { state: 'done', endedAt: moment(), percent: null, undo })
      forget(id)
    }
    if (work.afterwards === undefined) {
      end()
      return
    }
    const merging = operations.get(id)
    if (merging !== undefined) change(merging, { state: 'merging', percent: null })
    // What goes on afterwards can't undo what Hyper-V has answered: even if it can't be watched, the work is done.
    void settled(
      work.afterwards((percent) => {
        const operation = operations.get(id)
        if (operation?.state === 'merging') change(operation, { percent })
      }),
    ).then(end)
  }

  function change(operation: Operation, values: Partial<Operation>): Operation {
    const next = { ...operation, ...values }
    operations.set(next.id, next)
    publish('operation.changed', next)
    return next
  }

  function forget(id: OperationId): void {
    for (const [key, each] of keys) if (each === id) keys.delete(key)
    cancelling.delete(id)
    void journal.append({ step: 'outcome', id })
    const ended = [...operations.values()].filter(isEnded)
    for (const operation of ended.slice(0, -endedOperationsKept)) operations.delete(operation.id)
  }

  function underWay(key: string): Operation | null {
    const id = keys.get(key)
    const operation = id === undefined ? undefined : operations.get(id)
    return operation ?? null
  }

  function moment(): string {
    return isoOf(clock.now())
  }

  function expectCancel({ id: vmId, activity }: Pick<Vm, 'id' | 'activity'>): () => void {
    const running = [...operations.values()].find(
      ({ kind, state, ...operation }) =>
        operation.vmId === vmId &&
        state === 'running' &&
        activity !== null &&
        isActivityOf(kind, activity.kind),
    )
    if (running !== undefined) cancelling.add(running.id)
    return () => {
      if (running !== undefined) cancelling.delete(running.id)
    }
  }

  return {
    submit,
    withdraw,
    endUndo,
    underWay,
    isBusy: (vmId) => lastOf.has(vmId),
    expectCancel,
    list: () => [...operations.values()],
    close: waiting.close,
  }
}

function undoOf({ keptId }: WorkResult): Operation['undo'] {
  return keptId === undefined ? null : { by: 'going-back', checkpointId: keptId }
}

const cancelled: Failure = { code: 'cancelled', message: 'This was cancelled before it was finished.' }

/** Waits for the end of something whose failure changes nothing here. */
async function settled(promise: Promise<unknown>): Promise<void> {
  await promise.catch(() => undefined)
}
