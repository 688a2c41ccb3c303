import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'
import type { AppSettings } from '#contract/app-settings'
import type { AppEvent } from '#contract/events'
import type { Reply } from '#contract/errors'
import { writeSettings } from '../support/write-settings.ts'

/** A name, and what Electron was told under it. */
type Told = readonly [name: string, ...parameters: readonly unknown[]]

interface Message {
  readonly id?: number
  readonly value?: unknown
  readonly opened?: { readonly url: string; readonly preload: string }
  readonly event?: AppEvent
  readonly window?: number
  readonly ended?: readonly Told[]
}

export interface StartedMain {
  readonly child: ChildProcess
  /** What it keeps its data in, so that it finds nothing of other starts. */
  readonly data: string
  readonly output: () => string
  /** The pages that were opened, in order. */
  readonly opened: () => readonly { readonly url: string; readonly preload: string }[]
  /** Settles when so many pages were opened. */
  readonly pages: (count: number) => Promise<void>
  readonly events: (window?: number) => readonly AppEvent[]
  /** Has Electron's stand-in do something, see electron-in-node.mjs. */
  readonly ask: (what: string, parameter?: unknown) => Promise<unknown>
  /** As the page of a window asks. */
  readonly call: (name: string, input: unknown, window?: number) => Promise<Reply<unknown>>
  /** What Electron was told under that name. */
  readonly told: (name: string) => Promise<readonly (readonly unknown[])[]>
  /** All that Electron was told under these names, by the time the app exited. */
  readonly toldByTheEnd: (...names: readonly string[]) => readonly Told[]
  readonly exitCode: Promise<number | null>
}

interface Options {
  readonly settings?: Partial<AppSettings>
  readonly environment?: Readonly<Record<string, string>>
  /** Where it keeps its data, if not in a folder of its own. */
  readonly data?: string
  /** What is loaded into its process before it, beside what stands for Electron. */
  readonly loaded?: readonly string[]
}

const main = fileURLToPath(new URL('../../out/main/main.js', import.meta.url))
const electron = new URL('../support/electron-in-node.mjs', import.meta.url).href
const patience = { timeout: 60_000 }

/** The built main as it is packed, in Node, with the test as its pages, its taskbar and its Windows. */
export function startMain(
  parameters: readonly string[],
  { settings, environment, data = ownFolder(), loaded = [] }: Options = {},
): StartedMain {
  writeSettings(data, { isWelcomed: true, ...settings })
  const child = fork(main, parameters, {
    execArgv: [electron, ...loaded].flatMap((each) => ['--import', each]),
    env: { ...process.env, SAVEPOINT_DATA: data, ...environment },
    silent: true,
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const messages: Message[] = []
  child.on('message', (message) => messages.push(message as Message))
  let output = ''
  child.stderr?.on('data', (text: Buffer) => (output += text.toString()))
  const opened = () => messages.flatMap((each) => each.opened ?? [])
  let lastId = 0
  const ask = async (what: string, parameter?: unknown): Promise<unknown> => {
    const id = (lastId += 1)
    child.send({ id, what, parameter }, () => undefined)
    // An app that ends of what it is asked answers no more.
    const isOver = () =>
      messages.some((each) => each.id === id) || child.exitCode !== null || child.signalCode !== null
    await expect.poll(isOver, patience).toBe(true)
    return messages.find((each) => each.id === id)?.value
  }
  return {
    child,
    data,
    output: () => output,
    opened,
    pages: (count) =>
      // An app that has ended opens no more; what it said on its way out is told in their place.
      expect.poll(() => (child.exitCode === null ? opened().length : output), patience).toBe(count),
    events: (window = 0) => messages.flatMap((each) => (each.window === window ? (each.event ?? []) : [])),
    ask,
    call: (name, input, window = 0) => ask('call', [name, input, window]) as Promise<Reply<unknown>>,
    told: async (name) =>
      ((await ask('told')) as readonly Told[]).flatMap(([each, ...rest]) => (each === name ? [rest] : [])),
    toldByTheEnd: (...names) =>
      messages.flatMap(({ ended }) => ended ?? []).filter(([name]) => names.includes(name)),
    exitCode: once(child, 'close').then(([code]) => code as number | null),
  }
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'savepoint-main-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
