import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { join } from 'node:path'
import { cleanEnvironment } from '../../../electron/hyperv/powershell/clean-environment.ts'

export type Dialect = 'lines' | 'sentinels' | 'lengths' | 'once'

/** The program that all peers talk to; the benchmark runs in the project's root. */
export const benchShell = join(process.cwd(), 'test/bench/bench-shell.mjs')

/** What it is told by its environment. */
export interface ChildSettings {
  readonly BENCH_EOL?: '\r\n'
  /** A file of JSON with the parts of a list. */
  readonly BENCH_PARTS?: string
  /** A file that gets the number of bytes of the last list. */
  readonly BENCH_COUNT?: string
  /** A file that gets the number of bytes of each list, one a line. */
  readonly BENCH_LISTS?: string
  /** Whether the first machine is another in each list. */
  readonly BENCH_CHANGING?: 'one'
  readonly BENCH_REQUEST?: string
  /** A file of JSON with the answers to some verbs. */
  readonly BENCH_ANSWERS?: string
}

export function benchEnvironment(dialect: Dialect, settings: ChildSettings = {}): NodeJS.ProcessEnv {
  const hello = {
    version: '5.1.26100.1',
    edition: 'Desktop',
    languageMode: 'FullLanguage',
    culture: 'en-US',
    rights: 'elevated',
  }
  const spoken = { BENCH_DIALECT: dialect, BENCH_HELLO: JSON.stringify(hello), ...settings }
  return cleanEnvironment({ ...process.env, ...spoken }, undefined)
}

export function startBenchChild(
  dialect: Dialect,
  settings: ChildSettings = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [benchShell], {
    env: benchEnvironment(dialect, settings),
    windowsHide: true,
  })
}
