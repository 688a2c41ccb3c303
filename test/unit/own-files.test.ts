import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { defaultAppSettings } from '#contract/default-settings'
import { type KeptSettings, keepSettings } from '../../electron/core/app-settings.ts'
import { type KeptRecords, keepRecords } from '../../electron/core/records.ts'
import { placeOf } from '../../electron/desktop/window-state.ts'
import { openJournalFile } from '../../electron/storage/journal-file.ts'
import { openJsonFile } from '../../electron/storage/json-file.ts'
import { openRecordsFile } from '../../electron/storage/records-file.ts'
import { openSettingsFile } from '../../electron/storage/settings-file.ts'
import { exampleRecord } from '../support/example-record.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { silentLog } from '../support/silent-log.ts'

const record = exampleRecord()
const place = { x: 10, y: 20, width: 900, height: 600, isMaximized: false }
const display = { x: 0, y: 0, width: 1920, height: 1040 }

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'savepoint-own-files-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
})

interface Files {
  readonly settings: KeptSettings
  readonly records: KeptRecords
  readonly window: ReturnType<typeof openJsonFile<typeof place>>
}

/** All of the app's JSON files, as a start opens them. */
function start(): Files {
  const publish = () => undefined
  return {
    settings: keepSettings(openSettingsFile(folder), publish, silentLog),
    records: keepRecords({
      store: openRecordsFile(folder),
      publish,
      hostKind: () => 'hyper-v',
      log: silentLog,
    }),
    window: openJsonFile(folder, 'window'),
  }
}

/** What the person does with each. */
function use({ settings, records, window }: Files): void {
  settings.change({ theme: 'dark' })
  records.put(record)
  window.save(place)
}

/** What of each is the person's own, and not the usual. */
function kept({ settings, records, window }: Files) {
  return {
    theme: settings.state().settings.theme,
    records: records.list().length,
    width: placeOf(window.load().values, [display]).width,
  }
}

const own = { theme: 'dark', records: 1, width: 900 }
const usual = { theme: 'system', records: 0, width: 1280 }
const names = ['settings', 'records', 'window'] as const
const pathOf = (name: string): string => join(folder, `${name}.json`)

describe('A file of the app that a power failure left', () => {
  it.each([
    ['empty', ''],
    ['cut off in the middle', '{"theme":"da'],
    ['full of zeros', '\0'.repeat(512)],
    ['as something that is no object', '[1, 2]'],
  ])('%s is set aside as it is, said, and followed by the usual values', (_how, contents) => {
    for (const name of names) writeFileSync(pathOf(name), contents)
    const files = start()
    expect(kept(files)).toEqual(usual)
    expect(files.settings.state().problem).toContain('set aside')
    expect(files.records.problem()).toContain('Not all that was known of checkpoints could be read')
    expect(names.map((name) => readFileSync(`${pathOf(name)}.broken`, 'utf8'))).toEqual(
      names.map(() => contents),
    )
    use(files)
    expect(kept(start())).toEqual(own)
  })

  it('is none where it was written by this app, which leaves nothing half done', () => {
    use(start())
    const files = start()
    expect([kept(files), files.settings.state().problem, files.records.problem()]).toEqual([own, null, null])
    expect(readdirSync(folder).toSorted()).toEqual(names.map((name) => `${name}.json`).toSorted())
  })
})

describe('A file of the app that a newer version wrote', () => {
  const newer = {
    settings: { format: 2, theme: 'light', nameTemplate: '{moon}', moon: 'full' },
    records: { format: 2, records: [record, { of: 'the future' }] },
    window: { format: 2, ...place },
  }

  it('is read as far as it is understood, stays as it is whatever is changed, and that is said', () => {
    const contents = names.map((name) => JSON.stringify(newer[name]))
    names.forEach((name, index) => {
      writeFileSync(pathOf(name), contents[index]!)
    })
    const files = start()
    expect(kept(files)).toEqual({ theme: 'light', records: 1, width: 900 })
    expect(files.settings.state().settings.nameTemplate).toBe(defaultAppSettings.nameTemplate)
    use(files)
    expect(kept(files)).toMatchObject({ theme: 'dark', records: 1 })
    expect(files.settings.state().problem).toContain('a newer version of Savepoint')
    expect(files.records.problem()).toContain('a newer version of Savepoint')
    expect(names.map((name) => readFileSync(pathOf(name), 'utf8'))).toEqual(contents)
  })

  it('is none where an earlier one did, which named no version', () => {
    writeFileSync(pathOf('settings'), JSON.stringify({ theme: 'light' }))
    const { settings } = start()
    settings.change({ exportFolder: 'D:\\Exports' })
    expect(start().settings.state()).toEqual({
      settings: { ...defaultAppSettings, theme: 'light', exportFolder: 'D:\\Exports' },
      problem: null,
    })
  })
})

describe('A file of the app that can’t be opened', () => {
  it('is left where it is, and said; what is set holds until the app is closed', () => {
    for (const name of names) mkdirSync(pathOf(name))
    const files = start()
    expect(kept(files)).toEqual(usual)
    const problems = (): readonly (string | null)[] => [
      files.settings.state().problem,
      files.records.problem(),
    ]
    const told = problems()
    expect(told).toEqual([
      expect.stringMatching(/can’t be opened.*hold until Savepoint is closed/),
      expect.stringMatching(/can’t be opened.*holds until Savepoint is closed/),
    ])
    use(files)
    expect(kept(files)).toEqual({ theme: 'dark', records: 1, width: 1280 })
    expect(problems()).toEqual(told)
    expect(readdirSync(folder).toSorted()).toEqual(names.map((name) => `${name}.json`).toSorted())
  })
})

describe('The journal of an earlier start', () => {
  const line = '{"step":"outcome","id":"8f6c2f4e-7d0e-4d6b-9a37-000000000001"}'

  function open() {
    const journal = openJournalFile(folder, createManualClock(Date.now()), silentLog)
    onTestFinished(journal.close)
    return journal
  }

  it.each([
    ['in the middle', `${line}\nnonsense\n${line}\n`],
    ['altogether', '\0'.repeat(512)],
    ['as a newer version writes it', `${line}\n{"step":"guess"}\n`],
  ])('that can’t be read %s is set aside as it was, and that is known', (_where, contents) => {
    writeFileSync(join(folder, `operations-${String(process.pid)}.jsonl`), contents)
    expect(open().isWhole).toBe(false)
    expect(readFileSync(join(folder, 'operations.broken'), 'utf8')).toBe(contents)
  })

  it.each([
    ['of which nothing is missing', `${line}\n`],
    ['that was never written to', ''],
    ['whose last line was cut off, by which nothing was done yet', `${line}\n{"step":"int`],
    ['whose end is zeros, by which nothing was done yet', `${line}\n\0\0\0\0`],
  ])('%s needs no words', (_how, contents) => {
    writeFileSync(join(folder, `operations-${String(process.pid)}.jsonl`), contents)
    expect(open().isWhole).toBe(true)
    expect(readdirSync(folder)).not.toContain('operations.broken')
  })
})
