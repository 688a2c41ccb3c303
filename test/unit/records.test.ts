import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CheckpointRecord } from '#contract/checkpoint-record'
import { keepRecords } from '../../electron/core/records.ts'
import { openRecordsFile } from '../../electron/storage/records-file.ts'
import { exampleRecord } from '../support/example-record.ts'
import { exampleCheckpoint, exampleCheckpointId, exampleVm } from '../support/example-vm.ts'
import { recordsInMemory } from '../support/records-in-memory.ts'
import { silentLog } from '../support/silent-log.ts'

const fallen = exampleRecord({ fallback: { event: 'Der Prüfpunkt …', isRead: false } })

describe('What is known of checkpoints', () => {
  it('is told and kept, and is there at the next start', () => {
    const { records, store, told } = open()
    records.put(fallen)
    expect([told, open(store.kept()).records.list()]).toEqual([[fallen], [fallen]])
  })

  it('is read once', () => {
    const { records, told, store } = open([fallen])
    records.markRead(fallen.checkpointId)
    records.markRead(fallen.checkpointId)
    const read = { ...fallen, fallback: { event: 'Der Prüfpunkt …', isRead: true } }
    expect([told, store.kept()]).toEqual([[read], [read]])
  })

  it('can’t be read where there is nothing to read', () => {
    const { records, told } = open([exampleRecord()])
    records.markRead(exampleRecord().checkpointId)
    records.markRead(exampleCheckpointId(9))
    expect(told).toEqual([])
  })

  it('goes with the checkpoint, once its machine has been read', () => {
    const other = exampleRecord({ checkpointId: exampleCheckpointId(2) })
    const { records, store } = open([exampleRecord(), other])
    records.follow({ name: 'vm.removed', payload: { vmId: exampleVm().id } })
    expect(records.list()).toHaveLength(2)
    records.follow({ name: 'vm.changed', payload: exampleVm({ checkpoints: [exampleCheckpoint(2)] }) })
    expect([records.list(), store.kept()]).toEqual([[other], [other]])
  })

  it('of another machine stays', () => {
    const { records } = open([
      exampleRecord({ vmId: exampleCheckpointId(7) as unknown as CheckpointRecord['vmId'] }),
    ])
    records.follow({ name: 'vm.changed', payload: exampleVm() })
    expect(records.list()).toHaveLength(1)
  })

  it('never grows past what anybody has', () => {
    const many = Array.from({ length: 5_000 }, (_, n) =>
      exampleRecord({ checkpointId: exampleCheckpointId(n) }),
    )
    const { records } = open(many)
    records.put(exampleRecord({ checkpointId: exampleCheckpointId(5_000) }))
    expect([records.list().length, records.list()[0]?.checkpointId]).toEqual([5_000, exampleCheckpointId(1)])
  })

  it('of the demo host is kept apart, and nowhere', () => {
    const { records, store } = open([fallen], 'demo')
    const taken = exampleRecord({ checkpointId: exampleCheckpointId(2) })
    records.put(taken)
    records.follow({ name: 'vm.changed', payload: exampleVm({ checkpoints: [exampleCheckpoint(2)] }) })
    expect([records.list(), store.kept()]).toEqual([[taken], [fallen]])
  })
})

describe('The file of records', () => {
  it('holds them over a start', () => {
    const folder = emptyFolder()
    expect(openRecordsFile(folder).save([fallen])).toBe(true)
    expect(openRecordsFile(folder).load()).toEqual({ records: [fallen], trouble: null })
  })

  it.each(['{ "records": [', '[]', 'null', '{ "records": 7 }'])(
    'that is no list of records costs certainty alone: %s',
    (content) => {
      const folder = emptyFolder()
      writeFileSync(join(folder, 'records.json'), content)
      const store = openRecordsFile(folder)
      expect(store.load().records).toEqual([])
      expect(store.save([fallen])).toBe(true)
      expect(openRecordsFile(folder).load().records).toEqual([fallen])
    },
  )

  it('that can’t be read is set aside for whoever wants to look at it', () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'records.json'), '{ broken')
    const store = openRecordsFile(folder)
    store.save([fallen])
    expect(store.load().trouble).toBe('broken')
    expect(readdirSync(folder).toSorted()).toEqual(['records.json', 'records.json.broken'])
    expect(readFileSync(join(folder, 'records.json.broken'), 'utf8')).toBe('{ broken')
  })

  it('begins with what is known of the demo host where that is the host, and nowhere else', () => {
    const ofDemo = (hostKind: 'demo' | 'hyper-v') =>
      keepRecords({
        store: recordsInMemory(),
        publish: () => undefined,
        hostKind: () => hostKind,
        ofDemo: () => [fallen],
        log: silentLog,
      })
    expect([ofDemo('demo').list(), ofDemo('hyper-v').list()]).toEqual([[fallen], []])
  })

  it('loses one record that makes no sense, and no other', () => {
    const { records } = open([{ ...fallen, stateBefore: 'Dancing' }, 'nothing', fallen])
    expect(records.list()).toEqual([fallen])
  })

  it('can’t be written where there is no folder, and says so', () => {
    const file = join(emptyFolder(), 'file')
    writeFileSync(file, '')
    expect(openRecordsFile(join(file, 'in a file')).save([fallen])).toBe(false)
  })
})

function open(kept: readonly unknown[] = [], hostKind: 'demo' | 'hyper-v' = 'hyper-v') {
  const told: unknown[] = []
  const store = recordsInMemory(kept)
  const records = keepRecords({
    store,
    publish: (_name, payload) => told.push(payload),
    hostKind: () => hostKind,
    log: silentLog,
  })
  return { records, store, told }
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'savepoint-records-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}
