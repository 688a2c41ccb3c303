import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { VmId } from '#contract/model'
import { type HttpBridge, serveHttpBridge } from '../../electron/bridge/http.ts'
import { createEventHub, type EventHub } from '../../electron/core/event-hub.ts'
import { silentLog } from '../support/silent-log.ts'

const vmId = VmId.parse('5a7e0001-1c0d-4e5a-9b01-00000000a001')
/** As the figures of a large host. */
const loads = Array.from({ length: 2_000 }, () => ({
  vmId,
  load: { cpuUsage: 50, memoryAssigned: 4_294_967_296, uptime: 1 },
}))
const lengthOfLoads = JSON.stringify({ name: 'vm.load', payload: loads }).length
const waiting = 1024 * 1024

let bridge: HttpBridge
let hub: EventHub
let listening: Set<object>
let cookie: string
const sockets: Socket[] = []

beforeEach(async () => {
  hub = createEventHub((error) => {
    throw error
  })
  listening = new Set()
  bridge = await serveHttpBridge({
    app: {
      dispatch: () => Promise.resolve({ ok: true, value: 'answer' }),
      subscribe: (listener) => {
        listening.add(listener)
        const stop = hub.subscribe(listener)
        return () => {
          listening.delete(listener)
          stop()
        }
      },
      close: () => Promise.resolve(),
    },
    files: new Map(),
    port: 0,
    onStaleKey: () => undefined,
    log: silentLog,
    limits: { headers: 10_000, request: 10_000, look: 10_000, waiting },
  })
  cookie = await signIn()
})

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await bridge.close()
})

describe('A browser that reads its events too slowly', { timeout: 60_000 }, () => {
  it('is cut off before what waits for it takes much room, and is linked again when it asks', async () => {
    const browser = await follow()
    browser.socket.pause()
    let published = 0
    while (listening.size > 0) {
      hub.publish('vm.load', loads)
      published += lengthOfLoads
      await turn()
      // The system keeps some megabytes for the connection; all else is ours.
      expect(published).toBeLessThan(waiting + 32 * 1024 * 1024)
    }
    browser.socket.resume()
    await until(() => {
      expect(browser.socket.destroyed).toBe(true)
    })
    const again = await follow()
    hub.publish('vm.removed', { vmId: numbered(1) })
    await until(() => {
      expect(again.end()).toContain(numbered(1))
    })
  })

  it('keeps none of the others waiting, where eighty of a hundred read nothing', async () => {
    const browsers = await Promise.all(Array.from({ length: 100 }, () => follow()))
    const reading = browsers.slice(0, 20)
    for (const { socket } of browsers.slice(20)) socket.pause()
    for (let round = 0; listening.size > 20; round += 1) {
      hub.publish('vm.load', loads)
      hub.publish('vm.removed', { vmId: numbered(round) })
      await until(() => {
        for (const browser of reading) expect(browser.end()).toContain(numbered(round))
      })
    }
    expect([listening.size, reading.filter(({ socket }) => socket.destroyed)]).toEqual([20, []])
  })

  it('is let have one event that is longer than all that may wait', async () => {
    const browser = await follow()
    hub.publish('vm.load', Array.from({ length: 10 }, () => loads).flat())
    await until(() => {
      expect(browser.end()).toMatch(/\]\}\n\n\s*$/)
    })
    hub.publish('vm.removed', { vmId: numbered(1) })
    await until(() => {
      expect([lengthOfLoads * 10 > waiting, browser.end()]).toEqual([
        true,
        expect.stringContaining(numbered(1)),
      ])
    })
  })
})

function numbered(number: number): VmId {
  return VmId.parse(`5a7e0002-1c0d-4e5a-9b01-${String(number).padStart(12, '0')}`)
}

async function signIn(): Promise<string> {
  const { origin, newOpeningUrl } = bridge
  const answer = await fetch(`${origin}/bridge/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ key: new URL(newOpeningUrl()).hash.slice(1) }),
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Somebody who asks for the events, once it is linked. */
async function follow(): Promise<{ readonly socket: Socket; readonly end: () => string }> {
  const { hostname, port, host } = new URL(bridge.origin)
  const socket = connect(Number(port), hostname)
  sockets.push(socket)
  socket.on('error', () => undefined)
  let end = ''
  socket.on('data', (chunk) => {
    end = (end + chunk.toString('latin1')).slice(-2_000)
  })
  socket.write(`GET /bridge/events HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`)
  await until(() => {
    expect(end).toContain('event: linked')
  })
  return { socket, end: () => end }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

/** However busy the computer is: a state is waited for, and no time. */
function until(isSo: () => void): Promise<void> {
  return vi.waitFor(isSo, { timeout: 30_000, interval: 5 })
}
