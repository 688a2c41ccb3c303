import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followUpdates } from '../../electron/desktop/updates.ts'
import { silentLog } from '../support/silent-log.ts'

const made: StubUpdater[] = []

/** As much of electron-updater as is used. */
class StubUpdater extends EventEmitter {
  readonly checkForUpdates = vi.fn(() => Promise.reject(new Error('offline')))
  readonly install = vi.fn(() => true)
  readonly options: unknown
  verifyUpdateCodeSignature: (names: readonly string[], file: string) => Promise<string | null> = () =>
    Promise.resolve(null)

  constructor(options: unknown) {
    super()
    this.options = options
    made.push(this)
  }
}

vi.mock('electron-updater', () => ({ NsisUpdater: StubUpdater }))

const feed = { feed: 'https://updates.example/savepoint', publisher: 'Example Ltd' }
const file = 'C:\\cache\\Savepoint-0.2.0-setup.exe'
const onReady = vi.fn()
const isSignedBy = vi.fn(() => Promise.resolve(true))

function follow(from: typeof feed | null = feed) {
  return followUpdates({ feed: from, isSignedBy, onReady, log: silentLog })
}

/** A newer version has been fetched, and everything that follows from that has happened. */
async function fetched(): Promise<void> {
  made[0]!.emit('update-downloaded', { version: '0.2.0', downloadedFile: file })
  await vi.waitUntil(() => isSignedBy.mock.settledResults.length > 0)
  await Promise.resolve()
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  vi.useRealTimers()
  vi.clearAllMocks()
  isSignedBy.mockImplementation(() => Promise.resolve(true))
  made.length = 0
})

describe('Updates', () => {
  it('are not even thought of without a feed', async () => {
    const { installAtEnd, close } = await follow(null)
    expect([made.length, vi.getTimerCount(), await installAtEnd(true)]).toEqual([0, 0, false])
    close()
  })

  it('come from the feed alone, are fetched by themselves and never put in place by themselves', async () => {
    await follow()
    const { options, ...settings } = made[0]!
    expect(options).toEqual({ provider: 'generic', url: feed.feed })
    expect(settings).toMatchObject({
      logger: null,
      autoDownload: true,
      autoInstallOnAppQuit: false,
      allowDowngrade: false,
      allowPrerelease: false,
      disableWebInstaller: true,
    })
  })

  it('are looked for a minute after the start and once a day, whether or not anybody answers, until they are not followed', async () => {
    const { close } = await follow()
    const looked = made[0]!.checkForUpdates
    await vi.advanceTimersByTimeAsync(59_000)
    expect(looked).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(looked).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(24 * 60 * 60 * 1_000)
    expect(looked).toHaveBeenCalledTimes(2)
    close()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('are told of when they bear the publisher’s signature, and put in place at the end', async () => {
    const { installAtEnd } = await follow()
    await fetched()
    expect(onReady.mock.calls).toEqual([['0.2.0']])
    expect(isSignedBy.mock.calls).toEqual([['Example Ltd', file]])
    expect(await installAtEnd(true)).toBe(true)
    expect(made[0]!.install.mock.calls).toEqual([[true, true]])
  })

  it('are neither told of nor put in place without it', async () => {
    isSignedBy.mockResolvedValue(false)
    const { installAtEnd } = await follow()
    await fetched()
    expect([onReady.mock.calls, await installAtEnd(false), made[0]!.install.mock.calls]).toEqual([
      [],
      false,
      [],
    ])
  })

  it('are not put in place when another file has taken their place since', async () => {
    const { installAtEnd } = await follow()
    await fetched()
    isSignedBy.mockResolvedValue(false)
    expect([await installAtEnd(false), made[0]!.install.mock.calls]).toEqual([false, []])
  })

  it('are checked by our own way wherever the updater asks, and not by its own, which lets pass what it can’t check', async () => {
    await follow()
    isSignedBy.mockResolvedValueOnce(false)
    const { verifyUpdateCodeSignature } = made[0]!
    expect(await verifyUpdateCodeSignature(['Somebody'], file)).toBe(
      'It is not signed by the publisher of this version.',
    )
    expect(await verifyUpdateCodeSignature(['Somebody'], file)).toBe(null)
    expect(isSignedBy).toHaveBeenCalledWith('Example Ltd', file)
  })

  it('that can’t be fetched stop nothing', async () => {
    await follow()
    expect(() => made[0]!.emit('error', new Error('net::ERR_INTERNET_DISCONNECTED'))).not.toThrow()
    expect(onReady).not.toHaveBeenCalled()
  })
})
