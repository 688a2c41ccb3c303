import { CheckpointRecord } from '#contract/checkpoint-record'
import type { AppEvent, Publish } from '#contract/events'
import type { CheckpointId, HostStatus, Vm } from '#contract/model'
import type { Log, RecordsStore } from './ports.ts'
import { type FileSentences, whyNotKept } from './why-not-kept.ts'

/** What is known of checkpoints that this app took: told to every window, and kept where a restart does not reach it. */
export interface KeptRecords {
  readonly list: () => readonly CheckpointRecord[]
  /** A sentence where what was kept could not be read, or can't be kept; null where all is well. */
  readonly problem: () => string | null
  readonly knows: (checkpointId: CheckpointId) => boolean
  readonly put: (record: CheckpointRecord) => void
  /** Somebody has read that production was asked for and was not got. */
  readonly markRead: (checkpointId: CheckpointId) => void
  /** What became of the checkpoints themselves. */
  readonly follow: (event: AppEvent) => void
}

interface Dependencies {
  readonly store: RecordsStore
  readonly publish: Publish
  /** Which host it is may show only later. */
  readonly hostKind: () => HostStatus['kind']
  /** What is known of the demo host's from the beginning; asked once, where that is the host. */
  readonly ofDemo?: () => readonly CheckpointRecord[]
  readonly log: Log
}

type Records = Map<CheckpointId, CheckpointRecord>

/** More than anybody has checkpoints; the oldest go first. Those of machines that are gone would stay for ever else. */
const mostRecords = 5_000

/** What the demo host's checkpoints are is forgotten with them. */
export function keepRecords({ store, publish, hostKind, ofDemo, log }: Dependencies): KeptRecords {
  const { kept, trouble, ...loading } = loaded(store, log)
  let { problem } = loading
  let demo: Records | null = null
  const current = (): Records => (hostKind() === 'demo' ? (demo ??= byId(ofDemo?.() ?? [])) : kept)

  function put(record: CheckpointRecord): void {
    const records = current()
    // Taken out first, so that the newest stand last.
    records.delete(record.checkpointId)
    records.set(record.checkpointId, record)
    for (const id of [...records.keys()].slice(0, -mostRecords)) records.delete(id)
    save()
    publish('record.changed', record)
  }

  function save(): void {
    if (hostKind() === 'demo') return
    const isKept = store.save([...kept.values()])
    if (!isKept) log.warn('records of checkpoints could not be kept')
    problem = isKept ? null : whyNotKept(trouble, sentences)
  }

  /** A checkpoint that its own machine no longer shows is gone. */
  function dropGone({ id, checkpoints }: Vm): void {
    const there = new Set(checkpoints.map((each) => each.id))
    const records = current()
    const gone = [...records.values()].filter(
      ({ vmId, checkpointId }) => vmId === id && !there.has(checkpointId),
    )
    for (const { checkpointId } of gone) records.delete(checkpointId)
    if (gone.length > 0) save()
  }

  return {
    list: () => [...current().values()],
    problem: () => problem,
    knows: (checkpointId) => current().has(checkpointId),
    put,
    markRead: (checkpointId) => {
      const record = current().get(checkpointId)
      if (record?.fallback?.isRead === false)
        put({ ...record, fallback: { ...record.fallback, isRead: true } })
    },
    follow: (event) => {
      if (event.name === 'vm.changed') dropGone(event.payload)
    },
  }
}

interface Loaded extends Pick<ReturnType<RecordsStore['load']>, 'trouble'> {
  readonly kept: Records
  readonly problem: string | null
}

/** Each for itself: one that makes no sense costs no other. */
function loaded(store: RecordsStore, log: Log): Loaded {
  const { records, trouble } = store.load()
  const good = records.flatMap((each) => CheckpointRecord.safeParse(each).data ?? [])
  const isWhole = good.length === records.length
  const problem = trouble !== null ? sentences[trouble] : isWhole ? null : sentences.broken
  if (problem !== null) log.warn('records of checkpoints could not be read whole')
  return { kept: byId(good), trouble, problem }
}

const sentences: FileSentences = {
  broken:
    'Not all that was known of checkpoints could be read. Of some it is not known any more which kind they are; nothing else is lost.',
  unread:
    'The file of what is known of checkpoints can’t be opened, and stays as it is. What is learnt here holds until Savepoint is closed.',
  newer:
    'What is known of checkpoints was written by a newer version of Savepoint. Its file stays as it is, so what is learnt here holds until Savepoint is closed.',
  unwritable:
    'What is known of checkpoints holds until Savepoint is closed: its file can’t be written. Look whether the disk is full or the folder is write-protected.',
}

function byId(records: readonly CheckpointRecord[]): Records {
  return new Map(records.map((record) => [record.checkpointId, record]))
}
