import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { writeSettings } from '../support/write-settings.ts'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AppSettings } from '#contract/app-settings'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningApp {
  readonly url: string
  /** All that it has printed so far. */
  readonly output: () => string
  /** Ends it as Ctrl+C would, and answers its exit code. */
  readonly stop: () => Promise<number | null>
  readonly process: ChildProcess
}

/**
 * Starts the app as `npm start` does, in browser mode, and waits for the address that it prints. It keeps its data in a
 * folder of its own, so that it finds nothing of other starts, unless the environment names one. There it finds settings
 * in which the first start is over and a delete goes at once; `null` for none, as at the very first start.
 */
export async function startApp(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  settings: Partial<AppSettings> | null = { isWelcomed: true, undoSeconds: 0 },
): Promise<RunningApp> {
  const data = mkdtempSync(join(tmpdir(), 'savepoint-data-'))
  if (settings !== null) writeSettings(environment.SAVEPOINT_DATA ?? data, settings)
  const child = spawn(process.execPath, ['build/start.mjs', '--browser', '--no-open', ...args], {
    cwd: root,
    env: { ...process.env, SAVEPOINT_DATA: data, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  void exited.then(() => {
    rmSync(data, { recursive: true, force: true })
  })
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString()
      const found = /^Savepoint is open at (\S+)$/m.exec(output)?.[1]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    void exited.then((code) => {
      reject(new Error(`The app ended with ${String(code)} before it was open:\n${output}`))
    })
  })
  return {
    url,
    output: () => output,
    stop: () => {
      child.kill('SIGINT')
      return exited
    },
    process: child,
  }
}
