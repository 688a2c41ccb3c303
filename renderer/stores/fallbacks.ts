import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { CheckpointRecord } from '#contract/checkpoint-record'
import { fallbackSentence } from '#contract/fallback-text'
import type { Checkpoint, Vm, VmId } from '#contract/model'
import { useRecords } from './records.ts'
import { useVms } from './vms.ts'

/** A checkpoint that was to be a production one and is none, of which nobody has read yet. */
export interface Fallback {
  readonly vm: Vm
  readonly checkpoint: Checkpoint
  readonly record: CheckpointRecord
}

/** What is still to be read, the newest first. It is kept with the records, so a restart takes nothing away. */
export const useFallbacks = defineStore('fallbacks', () => {
  const records = useRecords()
  const vms = useVms()

  const unread = computed<readonly Fallback[]>(() =>
    [...records.byId.values()]
      .filter(isUnread)
      .flatMap((record) => withCheckpoint(record, vms.byId.get(record.vmId)))
      .sort((one, other) => (one.record.takenAt < other.record.takenAt ? 1 : -1)),
  )

  /** Whether a remark about an operation says no more than what stands here already. */
  function tells(vmId: VmId, remark: string): boolean {
    return [...records.byId.values()].some(
      (record) => record.vmId === vmId && isUnread(record) && fallbackSentence(record) === remark,
    )
  }

  return { unread, tells }
})

function isUnread({ fallback }: CheckpointRecord): boolean {
  return fallback?.isRead === false
}

/** Of a checkpoint that is gone there is nothing left to know. */
function withCheckpoint(record: CheckpointRecord, vm: Vm | undefined): readonly Fallback[] {
  const checkpoint = vm?.checkpoints.find(({ id }) => id === record.checkpointId)
  return vm === undefined || checkpoint === undefined ? [] : [{ vm, checkpoint, record }]
}
