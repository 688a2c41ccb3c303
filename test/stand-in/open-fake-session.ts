import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { cleanEnvironment } from '../../electron/hyperv/powershell/clean-environment.ts'
import type { ConnectionOptions } from '../../electron/hyperv/powershell/connection.ts'
import { createRestarts, type Restarts } from '../../electron/hyperv/powershell/restarts.ts'
import { createSession, type Session } from '../../electron/hyperv/powershell/session.ts'
import { createManualClock, type ManualClock } from '../support/manual-clock.ts'
import { silentLog } from '../support/silent-log.ts'

/** What the fake shell does with one request; the first of a process is `hello`. It answers well where nothing is said. */
export interface Step {
  /** Lines to print instead of an answer; `{mark}` and `{number}` are filled in. */
  readonly say?: readonly string[]
  readonly end?: '\n' | '\r\n'
  readonly cut?: 'bytes'
  /** So many bytes to the error stream first. */
  readonly errors?: number
  /** What it says to the error stream. */
  readonly complaint?: string
  /** A line of so many bytes that never ends. */
  readonly endless?: number
  /** Prints these bytes as they are, in base64. */
  readonly bytes?: string
  /** Reads nothing more, and goes on running. */
  readonly deaf?: true
  /** Starts a process of its own that does not end by itself. */
  readonly child?: true
  /** Ends with this code afterwards. */
  readonly exit?: number
}

export interface FakeSession {
  readonly session: Session
  readonly clock: ManualClock
  /** How long it was waited before a process was started again, in milliseconds. Nobody really waits. */
  readonly pauses: readonly number[]
  /** What the first, second, … process was asked: a line `verb process-id` each. */
  readonly asked: (process: number) => readonly string[]
}

/** Sessions over the fake shell; the plan has the steps of the first process, of the second, and so on. */
export function openFakeSession(plan: readonly (readonly Step[])[], file?: string): FakeSession {
  const { options, ...fake } = prepareFakeShell(plan, file)
  const session = createSession(options)
  onTestFinished(() => session.close())
  return { session, ...fake }
}

/** What a session or a watcher over the fake shell is made of. */
export function prepareFakeShell(
  plan: readonly (readonly Step[])[],
  file: string = fileURLToPath(new URL('fake-shell.mjs', import.meta.url)),
): Omit<FakeSession, 'session'> & {
  readonly options: ConnectionOptions & { readonly restarts: Restarts }
} {
  const folder = mkdtempSync(join(tmpdir(), 'savepoint-fake-shell-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan))
  const clock = createManualClock()
  const environment = cleanEnvironment({ ...process.env, FAKE_SHELL: folder }, undefined)
  const pauses: number[] = []
  const restarts = restartsWithoutWaiting(clock, pauses)
  return {
    options: { file, environment, clock, log: silentLog, restarts },
    clock,
    pauses,
    asked: (process) => linesOf(join(folder, `process-${String(process)}`)),
  }
}

function restartsWithoutWaiting(clock: ManualClock, pauses: number[]): Restarts {
  const after: ManualClock['after'] = (milliseconds, callback) => {
    pauses.push(milliseconds)
    setImmediate(callback)
    return () => undefined
  }
  return createRestarts({ ...clock, after }, () => 0.5)
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').trim().split('\n')
  } catch {
    return []
  }
}
