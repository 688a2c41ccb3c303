import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Reply } from '#contract/errors'
import type { Operation, Vm } from '#contract/model'
import { serveHttpBridge } from '../../electron/bridge/http.ts'
import { bytesOf, goodRequest } from '../support/hostile/hostile-row.ts'
import { type AttackedApp, openAttackedApp } from '../support/hostile/open-attacked-app.ts'
import { sendRaw } from '../support/hostile/send-raw.ts'
import { silentLog } from '../support/silent-log.ts'

let app: AttackedApp

beforeEach(async () => {
  app = await openAttackedApp()
})

afterEach(() => app.close())

/** What a page gets to know when it asks. */
async function ask<T>(name: string): Promise<T> {
  const request = { ...goodRequest('a call that reads', app.at), target: `/bridge/call/${name}` }
  const [answer] = await sendRaw(app.at.port, [bytesOf(request)])
  const reply = JSON.parse(Buffer.from(answer?.body ?? '', 'latin1').toString()) as Reply<T>
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value
}

describe('Savepoint in the browser', { timeout: 30_000 }, () => {
  it('goes on with what was asked for when its browser is gone, and tells what came of it to who asks later', async () => {
    const { port } = app.at
    await new Promise<void>((resolve) => {
      const browser = connect(port, '127.0.0.1', () => {
        browser.write(bytesOf(goodRequest('the events', app.at)))
      })
      browser.once('data', () => {
        browser.destroy()
        resolve()
      })
    })
    await sendRaw(port, [bytesOf(goodRequest('a call that changes', app.at))], 'goes')
    await vi.waitFor(
      async () => {
        const operations = await ask<Operation[]>('operation.list')
        expect(operations.map(({ state }) => state)).toEqual(['done'])
      },
      { timeout: 20_000, interval: 100 },
    )
    const vms = await ask<Vm[]>('vm.list')
    expect(vms.find(({ id }) => id === app.at.vmId)?.checkpoints.length).toBe(1)
  })

  it('has a port, a key and a session of its own for each start, and lets nobody in by those of another', async () => {
    const other = await openAttackedApp()
    const strange = { ...other.at, port: app.at.port }
    const [byKey] = await sendRaw(app.at.port, [bytesOf(goodRequest('the exchange of the key', strange))])
    const [byCookie] = await sendRaw(app.at.port, [bytesOf(goodRequest('the events', strange))])
    await other.close()
    expect([other.at.port === app.at.port, byKey?.status, byCookie?.status]).toEqual([false, 401, 401])
  })

  it('knows none of its pages any more when it is started again on the same port', async () => {
    const { port } = app.at
    const [before] = await sendRaw(port, [bytesOf(goodRequest('a call that reads', app.at))])
    await app.bridge.close()
    const again = await serveHttpBridge({
      app: {
        dispatch: () => Promise.reject(new Error()),
        subscribe: () => () => undefined,
        close: () => Promise.resolve(),
      },
      files: new Map(),
      port,
      onStaleKey: () => undefined,
      log: silentLog,
    })
    const statuses = []
    for (const what of ['a call that reads', 'the events', 'the exchange of the key'] as const)
      statuses.push((await sendRaw(port, [bytesOf(goodRequest(what, app.at))]))[0]?.status)
    await again.close()
    expect([before?.status, statuses]).toEqual([200, [401, 401, 401]])
  })

  it('ends every connection when it ends, that of a page that listens too', async () => {
    const heard: string[] = []
    const ended = new Promise<void>((resolve) => {
      const browser = connect(app.at.port, '127.0.0.1', () => {
        browser.write(bytesOf(goodRequest('the events', app.at)))
      })
      browser.on('data', (chunk) => heard.push(chunk.toString()))
      browser.once('close', () => {
        resolve()
      })
    })
    await vi.waitFor(
      () => {
        expect(heard.join('')).toContain('event: linked')
      },
      { timeout: 20_000 },
    )
    await app.bridge.close()
    await ended
  })
})
