import type { NsisUpdater, UpdateDownloadedEvent } from 'electron-updater'
import type { Log } from '../core/ports.ts'
import type { UpdateFeed } from './update-feed.ts'

interface Parts {
  /** Null has no update looked for, and nothing of the updater loaded. */
  readonly feed: UpdateFeed | null
  readonly isSignedBy: (publisher: string, file: string) => Promise<boolean>
  /** A newer version is here, signed as it has to be, and waits for the app to end. */
  readonly onReady: (version: string) => void
  readonly log: Log
}

export interface Updates {
  /**
   * To be called last of all, when nothing of the app runs any more. Starts the installer of an update that waits, which
   * goes on without a question and starts the app again where that is wanted; false where there is none.
   */
  readonly installAtEnd: (startsAgain: boolean) => Promise<boolean>
  readonly close: () => void
}

/** Milliseconds: after the start there is more urgent work, and once a day is enough. */
const [firstLook, pause] = [60_000, 24 * 60 * 60 * 1_000]

/** Looks for newer versions, fetches them, and takes them only where they bear the publisher’s signature. */
export async function followUpdates({ feed, isSignedBy, onReady, log }: Parts): Promise<Updates> {
  if (feed === null) return { installAtEnd: () => Promise.resolve(false), close: () => undefined }
  const updater = await createUpdater(feed.feed)
  const isSigned = (file: string): Promise<boolean> => isSignedBy(feed.publisher, file)
  let waiting: string | null = null
  updater.verifyUpdateCodeSignature = async (_names, file) =>
    (await isSigned(file)) ? null : 'It is not signed by the publisher of this version.'
  updater.on('error', (error) => {
    log.warn('an update could not be fetched', { error: error.message })
  })
  const take = async ({ downloadedFile, version }: UpdateDownloadedEvent): Promise<void> => {
    // The updater asks by itself only where a file beside the archive names a publisher, and that file can be changed.
    if (!(await isSigned(downloadedFile))) {
      log.warn('an update is not signed by the publisher', { version })
      return
    }
    waiting = downloadedFile
    onReady(version)
  }
  updater.on('update-downloaded', (event) => void take(event))
  return {
    // Between then and now somebody may have put another file in its place.
    installAtEnd: async (startsAgain) =>
      waiting !== null && (await isSigned(waiting)) && updater.install(true, startsAgain),
    close: lookNowAndThen(updater),
  }
}

/** It is loaded only where there is a feed: most of the app’s start would otherwise go into what is never used. */
async function createUpdater(url: string): Promise<NsisUpdater> {
  const { NsisUpdater: Updater } = await import('electron-updater')
  const updater = new Updater({ provider: 'generic', url })
  // It would tell the console of addresses and folders. What matters comes as an event.
  updater.logger = null
  updater.autoDownload = true
  // The app ends in its own order, see `installAtEnd`.
  updater.autoInstallOnAppQuit = false
  updater.allowDowngrade = false
  updater.allowPrerelease = false
  updater.disableWebInstaller = true
  return updater
}

function lookNowAndThen(updater: NsisUpdater): () => void {
  let timer = setTimeout(function look() {
    // What goes wrong is told by the event as well.
    updater.checkForUpdates().catch(() => undefined)
    timer = setTimeout(look, pause)
  }, firstLook)
  return () => {
    clearTimeout(timer)
  }
}
