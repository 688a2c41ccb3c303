import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { AppEvent } from '#contract/events'
import type { App } from '../core/app.ts'

/** Milliseconds without an event after which a comment is sent, so that a broken connection is noticed. */
const heartbeat = 15_000

/**
 * Answers with the app's events as they come, after one event named `linked`. Ends the connection of whoever lets more
 * characters wait; an event that is longer by itself is let through alone.
 */
export function eventStream(
  context: Context<{ Bindings: HttpBindings }>,
  app: App,
  mostWaiting: number,
): Response {
  return streamSSE(context, async (stream) => {
    const waiting: string[] = []
    let length = 0
    let wake = (): void => undefined
    const stop = app.subscribe((event) => {
      const data = textOf(event)
      if (length > 0 && length + data.length > mostWaiting) {
        cutOff()
        return
      }
      waiting.push(data)
      length += data.length
      wake()
    })
    function cutOff(): void {
      waiting.length = 0
      stream.abort()
      // The end of the stream alone would wait behind what this browser does not read.
      context.env.outgoing.destroy()
    }
    stream.onAbort(() => {
      stop()
      wake()
    })
    await stream.writeSSE({ event: 'linked', data: '{}' })
    while (!stream.aborted && !stream.closed) {
      const data = waiting.shift()
      length -= data?.length ?? 0
      // JSON has no line of its own to break.
      if (data !== undefined) await stream.write(`data: ${data}\n\n`)
      else if (!(await isWoken((resolve) => (wake = resolve)))) await stream.write(': alive\n\n')
    }
    stop()
  })
}

const texts = new WeakMap<AppEvent, string>()

/** All browsers get the same text, so that many slow ones keep it in memory once. */
function textOf(event: AppEvent): string {
  const known = texts.get(event)
  if (known !== undefined) return known
  const text = JSON.stringify(event)
  texts.set(event, text)
  return text
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
