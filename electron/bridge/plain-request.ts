import type { IncomingMessage } from 'node:http'

/**
 * Whether a request has the shape in which browsers send those of our pages, so that no two readers of it could take it
 * for two different ones: one Host, one Origin, one length, and nothing that changes what the body is.
 */
export function isPlainRequest({ headers, httpVersion, method, rawHeaders, url }: IncomingMessage): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase())
  return (
    httpVersion === '1.1' &&
    isAsBrowsersWriteIt(url ?? '') &&
    names.length <= mostHeaders &&
    onceAtMost.every((once) => names.indexOf(once) === names.lastIndexOf(once)) &&
    !neverSent.some((never) => names.includes(never)) &&
    (method !== 'GET' || headers['content-length'] === undefined)
  )
}

const mostHeaders = 100

const onceAtMost = ['host', 'origin', 'sec-fetch-site', 'cookie', 'content-type', 'content-length']

const neverSent = ['transfer-encoding', 'content-encoding', 'expect', 'upgrade']

/** A path that no reader takes for another: no host of its own, no `..` to follow, nothing that needs an escape. */
function isAsBrowsersWriteIt(target: string): boolean {
  const base = 'http://127.0.0.1'
  return URL.canParse(target, base) && new URL(target, base).href === base + target && !target.includes('#')
}
