import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Operation, OperationId, VmId } from '#contract/model'
import type { Input, OperationName, Output } from '#contract/operations'
import { call, isDesktop } from '../bridge.ts'
import { endedBadly } from '../ended-badly.ts'
import { secondsUntil } from '../seconds-until.ts'
import { plain } from '../sentence.ts'
import { text } from '../text.ts'
import { useFallbacks } from './fallbacks.ts'
import { createKeyed } from './keyed.ts'
import { useNotices } from './notices.ts'
import { noteTold, wasTold } from './told.ts'
import { useVms } from './vms.ts'

/** The requests that change something: each answers with the operation it became. */
export type ChangeName = { [K in OperationName]: Output<K> extends Operation ? K : never }[OperationName]

/** One that says how it can be taken back. */
export type Undoable = Operation & { readonly undo: NonNullable<Operation['undo']> }

export const useOperations = defineStore('operations', () => {
  const notices = useNotices()
  const fallbacks = useFallbacks()
  const operations = createKeyed<OperationId, Operation>(({ id }) => id)

  const underWay = computed(() => [...operations.byId.values()].filter(isUnderWay).sort(byStart))
  /** What can be taken back at this moment, oldest first. */
  const undoable = computed(() => [...operations.byId.values()].filter(isUndoable).sort(byStart))
  const latestByVm = computed(() => latestOf([...operations.byId.values()].sort(byStart)))

  function put(operation: Operation): void {
    const before = operations.byId.get(operation.id)
    // An event may overtake the answer to its own request, and the answer must not bring the past back.
    if (before !== undefined && !isUnderWay(before) && isUnderWay(operation)) return
    operations.put(operation.id, operation)
    if (before === undefined && operation.state === 'waiting') tellWaiting(operation)
    if (!isUnderWay(operation) && (before === undefined || isUnderWay(before))) tellEnd(operation)
  }

  let isFirstReading = true

  function beginReading(): (list: readonly Operation[]) => void {
    const end = operations.beginReading()
    return (list) => {
      const ended = list.filter((each) => !isUnderWay(each) && isNews(each))
      isFirstReading = false
      end(list)
      ended.forEach(tellEnd)
    }
  }

  /**
   * What an earlier start began may have ended before this window was there, and so may what was begun in the tray, by the
   * key or by the command line: where notifications are off nobody has been told then.
   */
  function isNews(operation: Operation): boolean {
    const { id, isRecovered } = operation
    const before = operations.byId.get(id)
    if (before !== undefined) return isUnderWay(before)
    const wasBegunElsewhere = isFirstReading && isDesktop() && endedBadly(operation)
    return (isRecovered || wasBegunElsewhere) && !wasTold(id)
  }

  /** Rejects with `AppError` where the request was refused; how it ends is told by events. */
  async function send<K extends ChangeName>(name: K, input: Input<K>): Promise<Operation> {
    const operation: Operation = await call(name, input)
    put(operation)
    return operation
  }

  /** Once: the seconds that go by are for those who look. */
  function tellWaiting({ kind, checkpointName, undo }: Operation): void {
    if (undo?.by !== 'not-sending') return
    const willDelete = text.undo.willDelete(kind, checkpointName ?? '', secondsUntil(undo.until))
    notices.announce(text.undo.said(plain(willDelete)))
  }

  function tellEnd(operation: Operation): void {
    const { id, kind, vmId, vmName, checkpointName, error, remark, state } = operation
    if (operation.isRecovered || endedBadly(operation)) noteTold(id)
    const title = text.operation.asked(kind, vmName, checkpointName)
    if (state === 'done') {
      const finished = text.operation.finished(text.operation.words[kind].done, vmName, isOffNow(operation))
      notices.announce(operation.undo === null ? finished : `${finished} ${text.undo.canBe}`)
      if (remark !== null && !fallbacks.tells(vmId, remark))
        notices.add({ id, severity: 'warning', vmId, title, message: remark, detail: null })
      return
    }
    if (state === 'undone' || error?.code === 'cancelled') {
      const word = state === 'undone' ? text.operation.undone : text.operation.cancelled
      notices.announce(text.operation.finished(word, vmName))
      return
    }
    const message = error?.message ?? (state === 'unknown' ? text.operation.unknown : text.operation.failed)
    notices.add({ id, severity: 'error', vmId, title, message, detail: error?.detail ?? null })
  }

  return {
    byId: operations.byId,
    underWay,
    undoable,
    put,
    beginReading,
    send,
    /** Also of one that ended before this window was there, when somebody asks for it. */
    tellEnd,
    /** What a machine's Status tells: what runs, else what waits, else what came last. */
    latestOf: (vmId: VmId): Operation | null => latestByVm.value.get(vmId) ?? null,
  }
})

/** Of a machine that was taken back to a checkpoint without memory; it was read before this is told. */
function isOffNow({ kind, vmId }: Operation): boolean {
  const wentBack = kind === 'apply-checkpoint' || kind === 'revert'
  return wentBack && useVms().byId.get(vmId)?.state === 'Off'
}

function isUnderWay(operation: Operation): boolean {
  return ['waiting', 'queued', 'running', 'merging'].includes(operation.state)
}

function isUndoable(operation: Operation): operation is Undoable {
  return operation.undo !== null
}

function latestOf(inOrder: readonly Operation[]): ReadonlyMap<VmId, Operation> {
  const latest = new Map<VmId, Operation>()
  for (const operation of inOrder) {
    const before = latest.get(operation.vmId)
    if (before === undefined || rank(operation) >= rank(before)) latest.set(operation.vmId, operation)
  }
  return latest
}

function rank(operation: Operation): number {
  switch (operation.state) {
    case 'running':
      return 3
    case 'merging':
      return 2
    case 'queued':
    case 'waiting':
      return 1
    case 'done':
    case 'undone':
    case 'failed':
    case 'unknown':
      return 0
  }
}

function byStart(one: Operation, other: Operation): number {
  return one.startedAt < other.startedAt ? -1 : one.startedAt > other.startedAt ? 1 : 0
}
