import { assertNever, failureOf } from '#contract/errors'
import type { Publish } from '#contract/events'
import type {
  Checkpoint,
  CheckpointId,
  Operation,
  OperationId,
  OperationKind,
  Vm,
  VmId,
} from '#contract/model'
import type { Clock, Log, OnProgress } from './ports.ts'

/** What is to be done to one virtual machine. */
export interface Work {
  readonly kind: OperationKind
  readonly vm: Vm
  readonly checkpoint: Checkpoint | null
  /** Two pieces of work with the same key are one and the same wish: the second joins the first. */
  readonly key: string
  readonly run: (progress: WorkProgress) => Promise<WorkResult>
  /** Waits for what Hyper-V goes on with after it has answered, such as a merge. Others may go ahead meanwhile. */
  readonly afterwards?: ((onProgress: OnProgress) => Promise<void>) | undefined
}

export interface WorkProgress {
  readonly percent: OnProgress
  readonly keepingCurrent: (isKeeping: boolean) => void
}

export interface WorkResult {
  readonly checkpointId?: CheckpointId | undefined
  readonly remark?: string | null | undefined
}

export interface OperationsQueue {
  /** Starts the work, or queues it behind what its virtual machine is already busy with, or joins the same wish. */
  readonly submit: (work: Work) => Operation
  /** The same wish, if it is queued or running. */
  readonly underWay: (key: string) => Operation | null
  readonly isBusy: (vmId: VmId) => boolean
  /** What is under way, and what ended lately; oldest first. */
  readonly list: () => readonly Operation[]
}

interface Dependencies {
  readonly publish: Publish
  readonly clock: Clock
  readonly log: Log
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
  newId,
  readBack,
}: Dependencies): OperationsQueue {
  const operations = new Map<OperationId, Operation>()
  const keys = new Map<string, OperationId>()
  const lastOf = new Map<VmId, Promise<void>>()

  function submit(work: Work): Operation {
    const same = underWay(work.key)
    if (same !== null) return same
    const operation = newOperation(work, newId(), moment())
    keys.set(work.key, operation.id)
    change(operation, {})
    const before = lastOf.get(work.vm.id)
    const turn =
      before === undefined ? takeTurn(work, operation) : before.then(() => takeTurn(work, operation))
    lastOf.set(work.vm.id, turn)
    void turn.then(() => {
      if (lastOf.get(work.vm.id) === turn) lastOf.delete(work.vm.id)
    })
    return operations.get(operation.id) ?? operation
  }

  /** Never rejects: how it ended is in the operation. The virtual machine is free for the next one when this settles. */
  async function takeTurn(work: Work, operation: Operation): Promise<void> {
    const update = (values: Partial<Operation>): void => {
      change(operations.get(operation.id) ?? operation, values)
    }
    const startedAt = clock.monotonic()
    update({ state: 'running' })
    try {
      const result = await work.run({
        percent: (percent) => {
          update({ percent })
        },
        keepingCurrent: (isKeepingCurrent) => {
          update({ isKeepingCurrent, percent: null })
        },
      })
      await settled(readBack(work.vm.id))
      update({ remark: result.remark ?? null, checkpointId: result.checkpointId ?? operation.checkpointId })
      finish(work, operation.id, startedAt)
    } catch (error) {
      await settled(readBack(work.vm.id))
      const failure = failureOf(error)
      const state = failure.code === 'outcome-unknown' ? 'unknown' : 'failed'
      log.info('operation ended', {
        kind: work.kind,
        state,
        code: failure.code,
        milliseconds: clock.monotonic() - startedAt,
      })
      update({ state, error: failure, endedAt: moment(), percent: null, isKeepingCurrent: false })
      forget(work.key)
    }
  }

  function finish(work: Work, id: OperationId, startedAt: number): void {
    const end = (): void => {
      const operation = operations.get(id)
      log.info('operation ended', {
        kind: work.kind,
        state: 'done',
        milliseconds: clock.monotonic() - startedAt,
      })
      if (operation !== undefined) change(operation, { state: 'done', endedAt: moment(), percent: null })
      forget(work.key)
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

  function change(operation: Operation, values: Partial<Operation>): void {
    const next = { ...operation, ...values }
    operations.set(next.id, next)
    publish('operation.changed', next)
  }

  function forget(key: string): void {
    keys.delete(key)
    const ended = [...operations.values()].filter(isEnded)
    for (const operation of ended.slice(0, -endedOperationsKept)) operations.delete(operation.id)
  }

  function underWay(key: string): Operation | null {
    const id = keys.get(key)
    const operation = id === undefined ? undefined : operations.get(id)
    return operation ?? null
  }

  function moment(): string {
    return new Date(clock.now()).toISOString()
  }

  return { submit, underWay, isBusy: (vmId) => lastOf.has(vmId), list: () => [...operations.values()] }
}

function isEnded(operation: Operation): boolean {
  switch (operation.state) {
    case 'queued':
    case 'running':
    case 'merging':
      return false
    case 'done':
    case 'failed':
    case 'unknown':
      return true
    default:
      return assertNever(operation.state)
  }
}

function newOperation(work: Work, id: OperationId, startedAt: string): Operation {
  return {
    id,
    kind: work.kind,
    vmId: work.vm.id,
    vmName: work.vm.name,
    checkpointId: work.checkpoint?.id ?? null,
    checkpointName: work.checkpoint?.name ?? null,
    state: 'queued',
    isKeepingCurrent: false,
    percent: null,
    startedAt,
    endedAt: null,
    error: null,
    remark: null,
  }
}

/** Waits for the end of something whose failure changes nothing here. */
async function settled(promise: Promise<unknown>): Promise<void> {
  await promise.catch(() => undefined)
}
