import type { Bridge } from '#contract/bridge'
import type { Reply } from '#contract/errors'
import type { AppEvent } from '#contract/events'
import { followNewAddress } from './follow-new-address.ts'
import { text } from './text.ts'

/** The way to the rest of the app from a browser: requests one by one, events as a stream. */
export function httpBridge(): Bridge {
  return { call: post, listen }
}

/** Milliseconds until a refused stream is tried again. A stream that merely broke is taken up again by the browser. */
const retryAfter = 2_000

async function post(name: string, input: unknown): Promise<Reply<unknown>> {
  const response = await fetch(`/bridge/call/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  if (response.status === 401) {
    return { ok: false, error: { code: 'untrusted', message: text.link.startedAnew } }
  }
  // Whatever else the status says, the body is a Reply; a body that is none rejects, as a lost connection does.
  return (await response.json()) as Reply<unknown>
}

function listen(onEvent: (event: AppEvent) => void, onLinked: () => void, onLost: () => void): () => void {
  const stopFollowing = followNewAddress()
  let source = open()
  let retry: ReturnType<typeof setTimeout> | undefined

  function open(): EventSource {
    const opened = new EventSource('/bridge/events')
    opened.addEventListener('linked', onLinked)
    opened.addEventListener('message', (message: MessageEvent<string>) => {
      // Sent by our own server, which takes it from the table of events.
      onEvent(JSON.parse(message.data) as AppEvent)
    })
    opened.addEventListener('error', () => {
      onLost()
      if (opened.readyState === EventSource.CLOSED) reopenLater()
    })
    return opened
  }

  function reopenLater(): void {
    retry = setTimeout(() => {
      source = open()
    }, retryAfter)
  }

  return () => {
    stopFollowing()
    clearTimeout(retry)
    source.close()
  }
}
