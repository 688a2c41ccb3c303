import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { SetId } from '#contract/checkpoint-record'
import { CheckpointName, FolderPath } from '#contract/inputs'
import { OperationId } from '#contract/model'
import { type Intent, type JournalEntry, beforeOf } from '../../electron/core/journal-entry.ts'
import type { Journal, Log } from '../../electron/core/ports.ts'
import type { Wish } from '../../electron/core/wish.ts'
import { dataFolder } from '../../electron/storage/data-folder.ts'
import { openJournalFile } from '../../electron/storage/journal-file.ts'
import { exampleCheckpoint, exampleVm } from '../support/example-vm.ts'
import { type ManualClock, createManualClock } from '../support/manual-clock.ts'
import { silentLog } from '../support/silent-log.ts'

const checkpoint = exampleCheckpoint(1)
const vm = exampleVm({ checkpoints: [checkpoint], parentCheckpointId: checkpoint.id })
const checkpointId = checkpoint.id

let folder: string
let clock: ManualClock
let warnings: string[]
let log: Log

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'savepoint-journal-'))
  // Files carry the computer's own time.
  clock = createManualClock(Date.now())
  warnings = []
  log = { ...silentLog, warn: (line) => warnings.push(line) }
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
})

afterEach(() => vi.restoreAllMocks())

/** What all open files have in common. */
async function anyFile(): Promise<FileHandle> {
  const file = await open(tmpdir())
  await file.close()
  return Object.getPrototypeOf(file) as FileHandle
}

function opened(where = folder): Journal {
  const journal = openJournalFile(where, clock, log)
  onTestFinished(journal.close)
  return journal
}

describe('The journal', () => {
  it('holds what was begun and has no outcome, and whether it was sent', async () => {
    const journal = opened()
    const before = beforeOf(vm)
    await write(journal, [
      intent(1),
      intent(2),
      { step: 'sent', id: id(1), before },
      { step: 'sent', id: id(2), before },
      { step: 'outcome', id: id(2) },
      intent(3),
    ])
    expect(opened().leftBehind).toEqual([
      { intent: intent(1), before },
      { intent: intent(3), before: null },
    ])
    expect(warnings).toEqual([])
  })

  const wishes: readonly Wish[] = [
    { kind: 'create-checkpoint', name: CheckpointName.parse("it's “é✓”"), notes: null },
    {
      kind: 'create-checkpoint',
      name: null,
      notes: null,
      type: 'ProductionOnly',
      reason: 'Before the patch',
      setId: SetId.parse('77777777-7777-4777-8777-777777777777'),
    },
    { kind: 'apply-checkpoint', checkpointId, keepsCurrent: true },
    { kind: 'revert', checkpointId, keepsCurrent: false },
    { kind: 'rename-checkpoint', checkpointId, name: CheckpointName.parse('New') },
    { kind: 'export-checkpoint', checkpointId, folder: FolderPath.parse('D:\\Exports') },
    { kind: 'delete-checkpoint', checkpointId },
    { kind: 'delete-checkpoint-subtree', checkpointId },
    { kind: 'change-checkpoint-policy', changes: { type: 'Standard' } },
    { kind: 'enable-backup-service' },
    { kind: 'shut-down' },
  ]
  it.each(wishes.map((wish) => [wish.kind, wish] as const))(
    'gives back a wish as it was: %s',
    async (_, wish) => {
      const written = { ...intent(1), wish }
      await write(opened(), [written])
      expect(opened().leftBehind).toEqual([{ intent: written, before: null }])
    },
  )

  it('is on the disk when it says so', async () => {
    const journal = opened()
    await journal.append(intent(1))
    expect(contents()).toContain(id(1))
  })

  it('waits until the disk itself has taken a step', async () => {
    const sync = vi.spyOn(await anyFile(), 'sync')
    await write(opened(), [intent(1), { step: 'sent', id: id(1), before: beforeOf(vm) }])
    expect(sync).toHaveBeenCalledTimes(2)
  })

  it('is gone where it lacks a step, which would tell the next start that nothing was sent', async () => {
    const journal = opened()
    await journal.append(intent(1))
    vi.spyOn(await anyFile(), 'sync').mockRejectedValueOnce(new Error('no room'))
    await journal.append({ step: 'sent', id: id(1), before: beforeOf(vm) })
    expect([readdirSync(folder), journal.isKept()]).toEqual([[], false])
    expect(warnings).toEqual(['operations are no longer kept on the disk'])
  })

  it('forgets at the next start what has ended', async () => {
    await write(opened(), [intent(1), { step: 'outcome', id: id(1) }, intent(2)])
    opened()
    expect([contents().includes(id(1)), contents().includes(id(2))]).toEqual([false, true])
  })

  it('takes over what a start left that has ended, and leaves alone what another one writes', () => {
    const ended = spawnSync(process.execPath, ['--version']).pid
    writeFileSync(join(folder, `operations-${String(ended)}.jsonl`), `${JSON.stringify(intent(1))}\n`)
    writeFileSync(join(folder, `operations-${String(process.ppid)}.jsonl`), `${JSON.stringify(intent(2))}\n`)
    expect(opened().leftBehind.map((each) => each.intent.id)).toEqual([id(1)])
    expect(readdirSync(folder).toSorted()).toEqual(
      [`operations-${String(process.pid)}.jsonl`, `operations-${String(process.ppid)}.jsonl`].toSorted(),
    )
  })

  it('takes over the file of a process whose number another one has now', async () => {
    const path = join(folder, `operations-${String(process.ppid)}.jsonl`)
    writeFileSync(path, `${JSON.stringify(intent(1))}\n`)
    // A file’s own time is a little later than the clock’s start.
    await clock.advance(121_000)
    expect(opened().leftBehind.map((each) => each.intent.id)).toEqual([id(1)])
    expect(readdirSync(folder)).toEqual([`operations-${String(process.pid)}.jsonl`])
  })

  it('shows again and again that its process lives, until it is closed', async () => {
    const journal = opened()
    await clock.advance(600_000)
    expect(statSync(ownFile()).mtimeMs).toBeCloseTo(clock.now(), -2)
    await journal.close()
    const last = statSync(ownFile()).mtimeMs
    await clock.advance(600_000)
    expect(statSync(ownFile()).mtimeMs).toBe(last)
  })

  it('gives each entry to one alone of two starts at the same moment', async () => {
    const ended = spawnSync(process.execPath, ['--version']).pid
    for (let n = 1; n <= 9; n += 1) {
      const path = join(folder, `operations-${String(ended)}.${String(n)}.jsonl`)
      writeFileSync(path, `${JSON.stringify(intent(n))}\n`)
    }
    const taken = await Promise.all([openElsewhere(folder), openElsewhere(folder)])
    expect(taken.flat().toSorted()).toEqual(Array.from({ length: 9 }, (_, n) => id(n + 1)))
  })

  it('is found again by the start after one that was gone as well', async () => {
    await write(opened(), [intent(1), { step: 'sent', id: id(1), before: beforeOf(vm) }])
    opened()
    expect(opened().leftBehind).toEqual([{ intent: intent(1), before: beforeOf(vm) }])
  })

  it('lets nothing more be sent once it is closed', async () => {
    const journal = opened()
    await journal.close()
    let isSafe = false
    void journal.append(intent(1)).then(() => (isSafe = true))
    // Closing waits for all that is still being written.
    await journal.close()
    expect([isSafe, contents()]).toEqual([false, ''])
  })

  it.each([
    ['cut off in the middle', '{"step":"outcome","id":"'],
    ['of another version', '{"step":"guess"}'],
    ['of nothing but zeros', '\0\0\0\0'],
  ])('passes over a line %s, and says so', (_, broken) => {
    writeFileSync(ownFile(), `${JSON.stringify(intent(1))}\n${broken}\n${JSON.stringify(intent(2))}\n`)
    expect(opened().leftBehind.map((each) => each.intent.id)).toEqual([id(1), id(2)])
    expect(warnings).toEqual(['lines of the journal can’t be read'])
  })

  it('sets a file aside of which nothing can be read', () => {
    writeFileSync(ownFile(), '\0\0\0\0\n\0\0')
    expect(opened().leftBehind).toEqual([])
    expect(readdirSync(folder)).toContain('operations.broken')
    expect(warnings).toEqual(['lines of the journal can’t be read'])
  })

  it('works in memory where its folder can’t be written, and says so', async () => {
    writeFileSync(join(folder, 'file'), '')
    const journal = opened(join(folder, 'file', 'below'))
    await write(journal, [intent(1)])
    expect([journal.leftBehind, warnings]).toEqual([[], ['operations are not kept on the disk']])
  })

  it('goes on in memory where its file can no longer be written, and says so once', async () => {
    const journal = opened()
    rmSync(folder, { recursive: true })
    await write(journal, [intent(1), { step: 'sent', id: id(1), before: beforeOf(vm) }])
    expect(warnings).toEqual(['operations are no longer kept on the disk'])
  })
})

describe('The folder for what outlives the app', () => {
  it.each([
    ['win32', { LOCALAPPDATA: '/local' }, '/local/Savepoint'],
    ['linux', { XDG_STATE_HOME: '/state' }, '/state/savepoint'],
    ['linux', {}, '/home/.local/state/savepoint'],
    ['win32', { LOCALAPPDATA: '/local', SAVEPOINT_DATA: '/mine' }, '/mine'],
  ])('on %s with %j is %s', (platform, variables, expected) => {
    expect(dataFolder(variables, platform, '/home')).toBe(expected)
  })
})

function intent(n: number): Intent {
  return {
    step: 'intent',
    id: id(n),
    startedAt: '2026-11-21T09:00:00.000Z',
    vmId: vm.id,
    vmName: vm.name,
    checkpointName: null,
    wish: { kind: 'start' },
  }
}

function id(n: number): OperationId {
  return OperationId.parse(`33333333-3333-4333-8333-00000000000${String(n)}`)
}

async function write(
  journal: ReturnType<typeof openJournalFile>,
  entries: readonly JournalEntry[],
): Promise<void> {
  for (const entry of entries) void journal.append(entry)
  await journal.close()
}

function ownFile(): string {
  return join(folder, `operations-${String(process.pid)}.jsonl`)
}

function contents(): string {
  return readFileSync(ownFile(), 'utf8')
}

const openAndTell = `
  import { openJournalFile } from '${new URL('../../electron/storage/journal-file.ts', import.meta.url).href}'
  import { systemClock } from '${new URL('../../electron/storage/system-clock.ts', import.meta.url).href}'
  const log = { info() {}, warn() {}, debug() {} }
  const { leftBehind } = openJournalFile(process.argv[1], systemClock, log)
  console.log(JSON.stringify(leftBehind.map(({ intent }) => intent.id)))
`

/** What another process finds that opens the journal of this folder, and that runs until the test is over. */
async function openElsewhere(journalFolder: string): Promise<readonly string[]> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', openAndTell, journalFolder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  onTestFinished(() => {
    child.kill()
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return JSON.parse(line.toString()) as readonly string[]
}
