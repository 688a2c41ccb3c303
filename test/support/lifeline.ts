import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HyperVHost, Journal, OnProgress } from '../../electron/core/ports.ts'
import { openJournalFile } from '../../electron/storage/journal-file.ts'
import { lineOfEntry } from '../../electron/storage/journal-line.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { type AskedChange, withChanges } from './change-calls.ts'
import { silentLog } from './silent-log.ts'

/**
 * What an app does with the world outside it goes through here, counted step by step. At one of the steps the app is gone:
 * nothing that it would do later arrives anywhere, and it hears of nothing. What it had asked for goes on without it.
 */
export interface Lifeline {
  /** Counts from now on, and ends the app at that step; never where it has fewer. */
  readonly endAt: (step: number) => void
  readonly isOver: () => boolean
  /** What was counted, in order. */
  readonly steps: readonly string[]
  readonly wrap: (host: HyperVHost) => HyperVHost
  /** The journal of that folder, whose lines are steps: not written, written in part, written. */
  readonly journalIn: (folder: string) => Journal
}

export function createLifeline(): Lifeline {
  const steps: string[] = []
  let lastStep: number | null = null
  const isOver = (): boolean => steps.length === lastStep

  /** False where the app is gone, by this step or an earlier one. */
  function passes(step: string): boolean {
    if (isOver()) return false
    if (lastStep !== null) steps.push(step)
    return !isOver()
  }

  async function change({ change: name, parameters, run }: AskedChange): Promise<unknown> {
    if (!passes(`${name} not sent yet`)) return never()
    const answer = run(parameters.map((each) => (isListener(each) ? heard(name, each) : each)))
    answer.catch(() => undefined)
    if (!passes(`${name} sent`)) return never()
    await answer.catch(() => undefined)
    return passes(`${name} answered`) ? answer : never()
  }

  /** The first percent stands for those in the middle. */
  function heard(name: string, onProgress: OnProgress): OnProgress {
    let isFirst = true
    return (percent) => {
      const isHeard = isFirst ? passes(`${name} under way`) : !isOver()
      isFirst = false
      if (isHeard) onProgress(percent)
    }
  }

  /** Of several readings in a row one is a step, for nothing changes between them but what others do. */
  async function reading<T>(read: () => Promise<T>): Promise<T> {
    const isFirst = steps.at(-1) !== aReading
    if (isFirst ? !passes(aReading) : isOver()) return never()
    const value = await read()
    return isOver() ? never() : value
  }

  function append(path: string, line: string, step: string): Promise<void> {
    if (!passes(`${step} not written yet`)) return never()
    if (!passes(`${step} written in part`)) {
      appendFileSync(path, line.slice(0, line.length / 2))
      return never()
    }
    appendFileSync(path, line)
    return passes(`${step} written`) ? Promise.resolve() : never()
  }

  return {
    endAt: (step) => {
      lastStep = step
    },
    isOver,
    steps,
    wrap: (host) => ({
      ...withChanges(host, change),
      readVm: (vmId) => reading(() => host.readVm(vmId)),
      readReadiness: (vmId) => reading(() => host.readReadiness(vmId)),
    }),
    journalIn: (folder) => {
      // Read as each start reads it. Written without waiting, since time stands still while a disk is waited for.
      const { leftBehind, isWhole, close } = openJournalFile(folder, systemClock, silentLog)
      void close()
      const path = join(folder, `operations-${String(process.pid)}.jsonl`)
      return {
        leftBehind,
        isWhole,
        append: (entry) => append(path, lineOfEntry(entry), entry.step),
        isKept: () => true,
        close: () => Promise.resolve(),
      }
    },
  }
}

const aReading = 'a reading'

function isListener(parameter: unknown): parameter is OnProgress {
  return typeof parameter === 'function'
}

function never(): Promise<never> {
  return new Promise(() => undefined)
}
