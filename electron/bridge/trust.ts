import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isPlainRequest } from './plain-request.ts'

/**
 * Who may speak to the loopback bridge: a browser on this computer that was opened with the one-time key, on a page
 * that we served. Other local programs lack the key; other web pages lack the origin; a rebound name lacks the host.
 */
export interface Trust {
  /** Whether the request came to us by our own address and not from a page of somebody else. Asked before anything else. */
  readonly isFromOurPages: (request: IncomingMessage) => boolean
  /** Whether the request carries the session. */
  readonly hasSession: (cookieHeader: string | undefined) => boolean
  /** Gives the session for the one-time key, as the value of a Set-Cookie header. A key works once. */
  readonly exchange: (key: string) => string | null
  /** The key to put into the next address that is opened. Replaces the one before. */
  readonly newKey: () => string
}

export function createTrust(port: () => number): Trust {
  const session = secret()
  let keyHash: Buffer | null = null

  // Cookies are shared by all ports of one address: the name keeps two instances apart.
  const cookieName = (): string => `savepoint-${String(port())}`

  return {
    isFromOurPages: (request) => {
      const { headers, method } = request
      if (!isOurHost(headers.host, port()) || !isPlainRequest(request)) return false
      const { origin } = headers
      if (origin !== undefined && origin !== `http://${headers.host ?? ''}`) return false
      const site = headers['sec-fetch-site']
      if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
      // A browser always sends Origin with POST; what comes without it is no page of ours.
      return method === 'GET' || (method === 'POST' && origin !== undefined)
    },
    hasSession: (cookieHeader) => {
      const ours = (cookieHeader ?? '').split(/;\s*/).filter((pair) => pair.startsWith(`${cookieName()}=`))
      return ours.length === 1 && equal(hash(ours[0]?.slice(cookieName().length + 1) ?? ''), hash(session))
    },
    exchange: (key) => {
      if (keyHash === null || !equal(hash(key), keyHash)) return null
      keyHash = null
      return `${cookieName()}=${session}; Path=/; HttpOnly; SameSite=Strict`
    },
    newKey: () => {
      const key = secret()
      keyHash = hash(key)
      return key
    },
  }
}

function isOurHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${String(port)}` || host === `localhost:${String(port)}`
}

/** 256 bits. */
function secret(): string {
  return randomBytes(32).toString('base64url')
}

/** Hashes have one length, so that comparing them tells nothing about the length of what was guessed. */
function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function equal(a: Buffer, b: Buffer): boolean {
  return timingSafeEqual(a, b)
}
