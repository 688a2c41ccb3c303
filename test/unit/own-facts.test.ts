import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { OwnFacts } from '../../electron/core/diagnosis-facts.ts'
import { keepSettings } from '../../electron/core/app-settings.ts'
import { keepRecords } from '../../electron/core/records.ts'
import { ownFacts, ownFactsWithoutFiles } from '../../electron/own-facts.ts'
import { openJournalFile } from '../../electron/storage/journal-file.ts'
import { openRecordsFile } from '../../electron/storage/records-file.ts'
import { openSettingsFile } from '../../electron/storage/settings-file.ts'
import { exampleAbout } from '../support/example-about.ts'
import { exampleRecord } from '../support/example-record.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { silentLog } from '../support/silent-log.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'savepoint-own-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
})

/** The files as the app opens them, in that folder, after `use` has had them. */
function read(where = folder, use: (parts: Parts) => void = () => undefined): OwnFacts {
  const journal = openJournalFile(where, createManualClock(Date.now()), silentLog)
  onTestFinished(journal.close)
  const publish = () => undefined
  const settings = keepSettings(openSettingsFile(where), publish, silentLog)
  const records = keepRecords({
    store: openRecordsFile(where),
    publish,
    hostKind: () => 'hyper-v',
    log: silentLog,
  })
  use({ settings, records })
  return ownFacts({ about: exampleAbout, settings, records, journal, desktop: null })
}

interface Parts {
  readonly settings: ReturnType<typeof keepSettings>
  readonly records: ReturnType<typeof keepRecords>
}

describe('What the app knows of itself', () => {
  it('is that all is kept, where it is', () => {
    const facts = read(folder, ({ settings, records }) => {
      settings.change({ theme: 'dark' })
      records.put(exampleRecord())
    })
    expect(facts.files).toEqual({ settings: null, records: null, journal: null })
  })

  it('is which of its files were broken', () => {
    for (const name of ['settings.json', 'records.json']) writeFileSync(join(folder, name), '{')
    expect(read().files).toEqual({
      settings: expect.stringContaining('could not be read') as string,
      records: expect.stringContaining('Not all that was known of checkpoints could be read') as string,
      journal: null,
    })
  })

  it('is which of its files can’t be written', () => {
    const file = join(folder, 'not-a-folder')
    writeFileSync(file, '')
    const facts = read(file, ({ settings, records }) => {
      settings.change({ theme: 'dark' })
      records.put(exampleRecord())
    })
    expect(facts.files).toEqual({
      settings: expect.stringContaining('can’t be written') as string,
      records: expect.stringContaining('can’t be written') as string,
      journal: expect.stringContaining('not kept on the disk') as string,
    })
  })

  it('names the folder of whoever is signed in neither with its files nor without', () => {
    const about = { ...exampleAbout, logFolder: join(homedir(), 'logs') }
    expect(ownFactsWithoutFiles(about)).toMatchObject({ files: null, desktop: null })
    expect(ownFactsWithoutFiles(about).logFolder).not.toContain(homedir())
    expect(ownFactsWithoutFiles({ ...about, logFolder: null }).logFolder).toBeNull()
  })
})
