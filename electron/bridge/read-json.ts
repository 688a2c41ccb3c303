import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'

/**
 * The JSON of a request; undefined where it is none, or is not said to be any. Bytes that are no UTF-8 are not put right:
 * what somebody named would get another name.
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!isJson.test(request.headers['content-type'] ?? '')) return undefined
  try {
    return JSON.parse(utf8.decode(await buffer(request))) as unknown
  } catch {
    return undefined
  }
}

const isJson = /^application\/json(?:; ?charset=utf-8)?$/i

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
