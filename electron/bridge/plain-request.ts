import type { IncomingMessage } from 'node:http'

/**
 * Whether a request has the shape in which browsers send those of our pages, so that no two readers of it could take it
 * for two different ones: one Host, one Origin, one length, and nothing that changes what the body is.
 */
export function isPlainRequest({ headers, httpVersion, method, rawHeaders, url }: IncomingMessage): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase())
  return (
    httpVersion === '1.1' &&
    // An absolute address would bring a host of its own.
    url?.startsWith('/') === true &&
    names.length <= mostHeaders &&
    onceAtMost.every((once) => names.indexOf(once) === names.lastIndexOf(once)) &&
    !neverSent.some((never) => names.includes(never)) &&
    (method !== 'GET' || headers['content-length'] === undefined)
  )
}

const mostHeaders = 100

const onceAtMost = ['host', 'origin', 'sec-fetch-site', 'cookie', 'content-type', 'content-length']

const neverSent = ['transfer-encoding', 'content-encoding', 'expect', 'upgrade']
