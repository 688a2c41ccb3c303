import type { WebContents, WebFrameMain } from 'electron'
import type { Failure, Reply } from '#contract/errors'
import type { App } from '../core/app.ts'

/**
 * Answers one page over Electron's IPC: one channel for calls, one for events, and one on which the page says that it
 * takes events in from now on. It listens on this page's own channels, never on those that all pages share. The
 * function returned ends it.
 */
export function serveIpc(
  contents: WebContents,
  origin: string,
  app: Pick<App, 'dispatch' | 'subscribe'>,
  onListening: () => void = doNothing,
): () => void {
  contents.ipc.handle('bridge:call', async ({ senderFrame }, name: unknown, input: unknown) => {
    if (!isTrusted(senderFrame, contents, origin)) return failed(untrusted)
    if (typeof name !== 'string') return failed(nameless)
    return app.dispatch(name, input)
  })
  contents.ipc.on('bridge:listening', ({ senderFrame }) => {
    if (isTrusted(senderFrame, contents, origin)) onListening()
  })
  const unsubscribe = app.subscribe((event) => {
    if (!contents.isDestroyed()) contents.send('bridge:event', event)
  })
  return () => {
    unsubscribe()
    contents.ipc.removeHandler('bridge:call')
    contents.ipc.removeAllListeners('bridge:listening')
  }
}

/** The frame is null once its page is gone, and a frame inside the page is not the page. */
function isTrusted(senderFrame: WebFrameMain | null, contents: WebContents, origin: string): boolean {
  if (senderFrame === null || senderFrame !== contents.mainFrame) return false
  if (!URL.canParse(senderFrame.url)) return false
  const { protocol, host } = new URL(senderFrame.url)
  // Put together by hand, for the URL standard calls the origin of every scheme it does not know "null".
  return `${protocol}//${host}` === origin
}

function failed(error: Failure): Reply<never> {
  return { ok: false, error }
}

const untrusted: Failure = {
  code: 'untrusted',
  message: 'This request did not come from Savepoint’s own window, so nothing was done.',
}

const nameless: Failure = { code: 'unknown-operation', message: 'Savepoint does not know this request.' }

function doNothing(): void {
  // Not every page is waited for.
}
