import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'

interface Message {
  readonly id?: number
  readonly value?: unknown
  readonly opened?: { readonly url: string; readonly preload: string }
  readonly channel?: string
  readonly event?: { readonly name: string }
}

const main = fileURLToPath(new URL('../../out/main/main.js', import.meta.url))
const electron = new URL('../support/electron-in-node.mjs', import.meta.url).href
const started: ChildProcess[] = []

/** The built main as it is packed, in Node, with this test as its page. */
function startMain(...parameters: readonly string[]) {
  const child = fork(main, parameters, { execArgv: ['--import', electron], silent: true })
  started.push(child)
  const messages: Message[] = []
  child.on('message', (message) => messages.push(message as Message))
  let output = ''
  child.stderr!.on('data', (text: Buffer) => (output += text.toString()))
  let lastId = 0
  return {
    child,
    messages,
    output: () => output,
    opened: () =>
      expect.poll(() => messages.find(({ opened }) => opened)?.opened, { timeout: 30_000 }).toBeDefined(),
    ask: async (what: string, parameter?: unknown) => {
      const id = (lastId += 1)
      child.send({ id, what, parameter })
      await expect.poll(() => messages.some((each) => each.id === id), { timeout: 30_000 }).toBe(true)
      return messages.find((each) => each.id === id)?.value
    },
  }
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

describe('The built main', () => {
  it('opens the window with the preload and the files that were built beside it', async () => {
    const { opened, messages, ask } = startMain('--demo')
    await opened()
    const window = messages.find((each) => each.opened)!.opened!
    const index = (await ask('load', window.url)) as { readonly status: number; readonly body: string }
    const script = /src="\.?(\/[^"]+\.js)"/.exec(index.body)![1]!
    const loaded = (await ask('load', `app://savepoint${script}`)) as { readonly status: number }
    expect({ preload: existsSync(window.preload), index: index.status, script: loaded.status }).toEqual({
      preload: true,
      index: 200,
      script: 200,
    })
  })

  it('answers the page with the virtual machines of the demo host, and tells it what changes', async () => {
    const { opened, messages, ask } = startMain('--demo')
    await opened()
    await expect
      .poll(async () => ((await ask('call', ['vm.list', {}])) as { value: unknown[] }).value.length)
      .toBeGreaterThan(0)
    await ask('call', ['settings.change', { undoSeconds: 3 }])
    const told = messages.filter(({ channel }) => channel === 'bridge:event').map(({ event }) => event?.name)
    expect(told).toContain('settings.changed')
  })

  it('ends when it is quit', async () => {
    const { child, opened, ask } = startMain('--demo')
    await opened()
    const exited = once(child, 'exit')
    void ask('quit').catch(() => undefined)
    expect((await exited)[0]).toBe(0)
  })

  it('says which option it does not know, and ends', async () => {
    const { child, output } = startMain('--nonsense')
    const [code] = (await once(child, 'close')) as [number]
    expect({ code, output: output().split('. ')[0]?.trim() }).toEqual({
      code: 1,
      output: "Unknown option '--nonsense'",
    })
  })
})
