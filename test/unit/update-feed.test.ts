import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readUpdateFeed } from '../../electron/desktop/update-feed.ts'

const stub = vi.hoisted(() => ({ isPackaged: true, folder: '' }))
vi.mock('electron', () => ({
  app: {
    get isPackaged() {
      return stub.isPackaged
    },
    getName: () => 'Savepoint',
    getPath: () => `${stub.folder}/Savepoint.exe`,
    getAppPath: () => `${stub.folder}/resources`,
  },
}))

const updates = { feed: 'https://updates.example/savepoint', publisher: 'Example Ltd' }

beforeEach(() => {
  stub.folder = mkdtempSync(join(tmpdir(), 'savepoint-feed-'))
  stub.isPackaged = true
  mkdirSync(join(stub.folder, 'resources'))
  put({ name: 'savepoint', updates })
  writeFileSync(join(stub.folder, 'Uninstall Savepoint.exe'), '')
})

afterEach(() => {
  rmSync(stub.folder, { recursive: true })
})

function put(packed: unknown): void {
  writeFileSync(join(stub.folder, 'resources', 'package.json'), JSON.stringify(packed))
}

describe('The feed of updates', () => {
  it('is what was packed', async () => {
    expect(await readUpdateFeed()).toEqual(updates)
  })

  it.each<[string, () => void]>([
    [
      'it was packed without one',
      () => {
        put({ name: 'savepoint' })
      },
    ],
    [
      'its address is not encrypted',
      () => {
        put({ updates: { ...updates, feed: 'http://updates.example' } })
      },
    ],
    [
      'nobody is said to sign it',
      () => {
        put({ updates: { ...updates, publisher: ' ' } })
      },
    ],
    [
      'the app runs from its sources',
      () => {
        stub.isPackaged = false
      },
    ],
    [
      'the installer did not put it here',
      () => {
        rmSync(join(stub.folder, 'Uninstall Savepoint.exe'))
      },
    ],
  ])('is none where %s', async (_why, arrange) => {
    arrange()
    expect(await readUpdateFeed()).toBe(null)
  })
})
