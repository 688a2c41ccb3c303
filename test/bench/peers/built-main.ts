import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeSettings } from '../../support/write-settings.ts'
import { benchEnvironment, benchShell, type ChildSettings, type Dialect } from './bench-child.ts'

/** The built main in Node, with Electron's stand-in, over the bench's child as its PowerShell. */
export interface BuiltMain {
  readonly child: ChildProcess
  /** Settles with the first message that has such a field. */
  readonly told: (field: string) => Promise<unknown>
  readonly close: () => Promise<void>
}

interface MainOptions {
  readonly parameters?: readonly string[]
  /** How its PowerShell speaks; in a dialect that is none it never answers. */
  readonly dialect: Dialect | 'silence'
  readonly settings?: ChildSettings
  /** What is loaded before it, in the project's root. */
  readonly imports?: readonly string[]
}

export function startBuiltMain({ parameters = [], dialect, settings, imports = [] }: MainOptions): BuiltMain {
  const data = mkdtempSync(join(tmpdir(), 'savepoint-bench-'))
  writeSettings(data, { isWelcomed: true })
  const spoken = benchEnvironment(dialect === 'silence' ? 'once' : dialect, settings)
  const silent = dialect === 'silence' ? { BENCH_DIALECT: 'none' } : {}
  const loaded = ['test/support/electron-in-node.mjs', ...imports].map((file) => pathToFileURL(file).href)
  const child = fork('out/main/main.js', ['--powershell', benchShell, ...parameters], {
    execArgv: loaded.flatMap((url) => ['--import', url]),
    env: { ...spoken, ...silent, SAVEPOINT_DATA: data },
    silent: true,
  })
  return {
    child,
    told: (field) =>
      new Promise((resolve) => {
        const take = (message: unknown): void => {
          if (typeof message !== 'object' || message === null || !(field in message)) return
          child.off('message', take)
          resolve((message as Readonly<Record<string, unknown>>)[field])
        }
        child.on('message', take)
      }),
    close: async () => {
      const closed = once(child, 'close')
      // It closes what it started, as when somebody quits.
      child.send({ id: 0, what: 'quit' })
      const patience = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await closed
      clearTimeout(patience)
      rmSync(data, { recursive: true, force: true })
    },
  }
}
