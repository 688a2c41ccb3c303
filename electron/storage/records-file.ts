import type { CheckpointRecord } from '#contract/checkpoint-record'
import type { RecordsStore } from '../core/ports.ts'
import { openJsonFile } from './json-file.ts'

/** What is known of checkpoints, in a file of its own. Where it is lost, certainty is lost and nothing else. */
export function openRecordsFile(folder: string): RecordsStore {
  const file = openJsonFile<{ readonly records: readonly CheckpointRecord[] }>(folder, 'records')
  return {
    load: () => {
      const { values, trouble } = file.load()
      if (Array.isArray(values.records)) return { records: values.records as unknown[], trouble }
      return { records: [], trouble: trouble ?? ('records' in values ? 'broken' : null) }
    },
    save: (records) => file.save({ records }),
  }
}
