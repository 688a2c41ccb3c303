import { failureOf } from '#contract/errors'
import type { Publish } from '#contract/events'
import type { CheckpointId, Operation, OperationId, Vm, VmId } from '#contract/model'
import { type ExpectedCancels, createExpectedCancels } from './expected-cancels.ts'
import { beforeOf } from './journal-entry.ts'
import { isoOf, newOperation } from './new-operation.ts'
import { createOperationsList } from './operations-list.ts'
import type { Clock, Journal, Log, LogValues } from './ports.ts'
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
  readonly expectCancel: ExpectedCancels['expect']
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
  readonly readBack: (vmId: VmId) => Promise<Pick<Vm, 'checkpoints'>>
}

/** One operation at a time per virtual machine; different ones run side by side. Nothing is ever run twice. */
export function createOperationsQueue({
  publish,
  clock,
  log,
  journal,
  newId,
  readBack,
}: Dependencies): OperationsQueue {
  const operations = createOperationsList(publish)
  const cancels = createExpectedCancels(operations.all)
  const keys = new Map<string, OperationId>()
  const lastOf = new Map<VmId, Promise<void>>()
  const waiting = createWaitingRoom(clock)

  function submit(work: Work): Operation {
    // What an earlier start left behind has an entry of its own in the journal, which has to get its outcome.
    const same = work.recovered === undefined ? underWay(work.key) : null
    if (same !== null) return same
    const operation = newOperation(work, newId, clock.now())
    if (work.recovered === undefined) intend(work, operation)
    keys.set(work.key, operation.id)
    operations.add(operation)
    if (operation.state === 'waiting') waitToBeUndone(work, operation)
    else lineUp(work, operation)
    return operations.find(operation.id) ?? operation
  }

  /** Where the computer slept meanwhile, nobody had the time that was promised: it begins anew. */
  function waitToBeUndone(work: Work, operation: Operation): void {
    const { undoMilliseconds = 0 } = work
    const until = clock.now() + undoMilliseconds
    waiting.enter(operation.id, undoMilliseconds, () => {
      if (clock.now() - until > undoMilliseconds) {
        const undo = { by: 'not-sending', until: isoOf(clock.now() + undoMilliseconds) } as const
        operations.change(operation.id, { undo })
        waitToBeUndone(work, operation)
      } else {
        operations.change(operation.id, { state: 'queued', undo: null })
        lineUp(work, operation)
      }
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
    if (!waiting.leave(id)) return null
    const undone = operations.change(id, { state: 'undone', undo: null, endedAt: moment() })
    log.info('operation undone', { kind: undone?.kind ?? null })
    forget(id)
    return undone ?? null
  }

  function endUndo(id: OperationId): void {
    if (operations.find(id)?.undo?.by === 'going-back') operations.change(id, { undo: null })
  }

  /** Not waited for: the journal keeps the order, and what is sent waits for its own entry, which comes after this. */
  function intend({ wish }: Work, { id, startedAt, vmId, vmName, checkpointName }: Operation): void {
    void journal.append({ step: 'intent', id, startedAt, vmId, vmName, checkpointName, wish })
  }

  /** Never rejects: how it ended is in the operation. The virtual machine is free for the next one when this settles. */
  async function takeTurn(work: Work, { id, ...operation }: Operation): Promise<void> {
    const startedAt = clock.monotonic()
    operations.change(id, { state: 'running' })
    try {
      const result = await work.run(progressOf(id))
      const vm = await readBack(work.vm.id).catch(() => null)
      const { remark = null, checkpointId = operation.checkpointId } = result
      const checkpointName = nameIn(vm, result.checkpointId) ?? operation.checkpointName
      operations.change(id, { remark, checkpointId, checkpointName })
      finish(work, id, startedAt, undoOf(result))
    } catch (error) {
      await settled(readBack(work.vm.id))
      const failure = cancels.named(id, failureOf(error))
      const state = failure.code === 'outcome-unknown' ? 'unknown' : 'failed'
      logEnd(work, startedAt, { state, code: failure.code })
      operations.change(id, {
        state,
        error: failure,
        endedAt: moment(),
        percent: null,
        isKeepingCurrent: false,
      })
      forget(id)
    }
  }

  function progressOf(id: OperationId): WorkProgress {
    return {
      sending: (vm) => journal.append({ step: 'sent', id, before: beforeOf(vm) }),
      percent: (percent) => {
        operations.change(id, { percent })
      },
      keepingCurrent: (isKeepingCurrent) => {
        operations.change(id, { isKeepingCurrent, percent: null })
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

  function finish(work: Work, id: OperationId, startedAt: number, undo: Operation['undo']): void {
    const end = (said: string | null): void => {
      logEnd(work, startedAt, { state: 'done' })
      const remark = said === null ? {} : { remark: said }
      operations.change(id, { state: 'done', endedAt: moment(), percent: null, undo, ...remark })
      forget(id)
    }
    if (work.afterwards === undefined) {
      end(null)
      return
    }
    operations.change(id, { state: 'merging', percent: null })
    // What goes on afterwards can't undo what Hyper-V has answered: even if it can't be watched, the work is done.
    void work
      .afterwards((percent) => {
        if (operations.find(id)?.state === 'merging') operations.change(id, { percent })
      })
      .catch(() => null)
      .then(end)
  }

  function forget(id: OperationId): void {
    for (const [key, each] of keys) if (each === id) keys.delete(key)
    cancels.forget(id)
    void journal.append({ step: 'outcome', id })
    operations.forgetOld()
  }

  function underWay(key: string): Operation | null {
    const id = keys.get(key)
    return id === undefined ? null : (operations.find(id) ?? null)
  }

  function moment(): string {
    return isoOf(clock.now())
  }

  return {
    submit,
    withdraw,
    endUndo,
    underWay,
    isBusy: (vmId) => lastOf.has(vmId),
    expectCancel: cancels.expect,
    list: operations.all,
    close: waiting.close,
  }
}

function undoOf({ keptId }: WorkResult): Operation['undo'] {
  return keptId === undefined ? null : { by: 'going-back', checkpointId: keptId }
}

/** What was taken may have got its name from Hyper-V. */
function nameIn(vm: Pick<Vm, 'checkpoints'> | null, checkpointId: CheckpointId | undefined): string | null {
  return vm?.checkpoints.find(({ id }) => id === checkpointId)?.name ?? null
}

/** Waits for the end of something whose failure changes nothing here. */
async function settled(promise: Promise<unknown>): Promise<void> {
  await promise.catch(() => undefined)
}
