import { defineStore } from 'pinia'
import type { CheckpointRecord } from '#contract/checkpoint-record'
import type { CheckpointId } from '#contract/model'
import { createKeyed } from './keyed.ts'

/** What the app knows of checkpoints that it took itself. */
export const useRecords = defineStore('records', () => {
  const records = createKeyed<CheckpointId, CheckpointRecord>(({ checkpointId }) => checkpointId)
  return {
    byId: records.byId,
    put: (record: CheckpointRecord): void => {
      records.put(record.checkpointId, record)
    },
    beginReading: records.beginReading,
  }
})
