import { runInNewContext } from 'node:vm'
import { build } from 'vite'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Bridge } from '#contract/bridge'
import config from '../../build/electron.vite.config.ts'

let script: string

beforeAll(async () => {
  const preload = (config as { readonly preload: { readonly build: object } }).preload
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { ...preload.build, write: false, rolldownOptions: rolldownOptionsOf(preload.build) },
  })
  if (!('output' in built)) throw new Error('The preload was not built.')
  script = built.output[0].code
})

function rolldownOptionsOf(build: { readonly rolldownOptions?: object }): object {
  return { ...build.rolldownOptions, external: ['electron'] }
}

/** Runs the built script as Electron's sandbox does: CommonJS, and a `require` that knows electron alone. */
function load() {
  const exposed = new Map<string, unknown>()
  const listeners = new Map<string, (...parameters: readonly unknown[]) => void>()
  const required: string[] = []
  const ipcRenderer = {
    invoke: vi.fn(() => Promise.resolve({ ok: true, value: 1 })),
    on: (channel: string, listener: () => void) => listeners.set(channel, listener),
    off: (channel: string) => listeners.delete(channel),
    send: vi.fn(),
  }
  const contextBridge = { exposeInMainWorld: (key: string, value: unknown) => exposed.set(key, value) }
  runInNewContext(script, {
    queueMicrotask,
    require: (name: string) => {
      required.push(name)
      return { ipcRenderer, contextBridge }
    },
  })
  return { exposed, bridge: exposed.get('bridge') as Bridge, ipcRenderer, listeners, required }
}

describe('The built preload', () => {
  it('requires electron alone and gives the page one frozen bridge of two functions', () => {
    const { exposed, bridge, required } = load()
    expect({
      required: [...new Set(required)],
      exposed: [...exposed.keys()],
      bridge: Object.entries(bridge).map(([key, value]) => `${key}: ${typeof value}`),
      frozen: Object.isFrozen(bridge),
    }).toEqual({
      required: ['electron'],
      exposed: ['bridge'],
      bridge: ['call: function', 'listen: function'],
      frozen: true,
    })
  })

  it('calls over one channel, whatever the name', async () => {
    const { bridge, ipcRenderer } = load()
    const reply = await bridge.call('vm.list', { a: 1 })
    expect({ reply, calls: ipcRenderer.invoke.mock.calls }).toEqual({
      reply: { ok: true, value: 1 },
      calls: [['bridge:call', 'vm.list', { a: 1 }]],
    })
  })

  it('hands on the event alone, never Electron’s own event, until it is told to stop', async () => {
    const { bridge, listeners, ipcRenderer } = load()
    const onEvent = vi.fn()
    const onLinked = vi.fn()
    const stop = bridge.listen(onEvent, onLinked, vi.fn())
    await Promise.resolve()
    listeners.get('bridge:event')!({ sender: 'secret' }, { name: 'vm.removed' })
    stop()
    expect({
      events: onEvent.mock.calls,
      linked: onLinked.mock.calls,
      listening: [...listeners.keys()],
      told: ipcRenderer.send.mock.calls,
    }).toEqual({
      events: [[{ name: 'vm.removed' }]],
      linked: [[]],
      listening: [],
      told: [['bridge:listening']],
    })
  })
})
