import type { CheckpointRecord } from '#contract/checkpoint-record'
import type { RecordsStore } from '../core/ports.ts'
import { openJsonFile } from './json-file.ts'

/** What is known of checkpoints, in a file of its own. Where it is lost, certainty is lost and nothing else. */
export function openRecordsFile(folder: string): RecordsStore {
  const file = openJsonFile<{ readonly records: readonly CheckpointRecord[] }>(folder, 'records')
  return {
    load: () => {
      const { values, wasBroken } = file.load()
      const isList = Array.isArray(values.records)
      return {
        records: isList ? (values.records as unknown[]) : [],
        wasBroken: wasBroken || (!isList && 'records' in values),
      }
    },
    save: (records) => file.save({ records }),
  }
}
