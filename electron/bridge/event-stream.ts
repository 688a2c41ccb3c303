import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { App } from '../core/app.ts'

/** Events that wait for one slow browser; past that it is cut off, connects again and reads everything anew. */
const mostWaitingEvents = 2_000
/** Milliseconds without an event after which a comment is sent, so that a broken connection is noticed. */
const heartbeat = 15_000

/** Answers with the app's events as they come, after one event named `linked`. */
export function eventStream(context: Context, app: App): Response {
  return streamSSE(context, async (stream) => {
    const waiting: string[] = []
    let wake = (): void => undefined
    const unsubscribe = app.subscribe((event) => {
      if (waiting.length < mostWaitingEvents) waiting.push(JSON.stringify(event))
      else stream.abort()
      wake()
    })
    stream.onAbort(() => {
      unsubscribe()
      wake()
    })
    await stream.writeSSE({ event: 'linked', data: '{}' })
    while (!stream.aborted && !stream.closed) {
      const data = waiting.shift()
      if (data !== undefined) await stream.writeSSE({ data })
      else if (!(await isWoken((resolve) => (wake = resolve)))) await stream.write(': alive\n\n')
    }
    unsubscribe()
  })
}

/** Answers false when nothing happened for a heartbeat. */
async function isWoken(onReady: (wake: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(false)
    }, heartbeat)
    onReady(() => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}
