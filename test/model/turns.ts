import fc from 'fast-check'
import { AppError } from '#contract/errors'
import type { AppEvent } from '#contract/events'
import type { Operation } from '#contract/model'
import type { HyperVHost } from '../../electron/core/ports.ts'
import type { AppOnLab } from '../support/app-on-lab.ts'
import { withChanges } from '../support/change-calls.ts'
import { type There, thereOn } from './compared.ts'

/** When an answer of the host’s gets lost: mostly never. */
export const losses = fc.array(
  fc.nat({ max: 19 }).map((n) => (['before', 'during', 'after'] as const)[n - 17] ?? null),
  { minLength: 1, maxLength: 8 },
)
type Loss = 'before' | 'during' | 'after' | null

/** The turns that operations have: one at a time on each machine, whatever order the host’s answers come in. */
export interface Turns {
  readonly wrap: (host: HyperVHost) => HyperVHost
  readonly follow: (event: AppEvent) => void
  readonly isBusy: (vmId: string) => boolean
  /** Whether it is not known to have ended. */
  readonly isUnderWay: (id: string) => boolean
  /** What must never be. */
  readonly faults: readonly string[]
  /** Those that had their turn and are over, in that order. */
  readonly over: () => readonly Over[]
}

interface Over {
  readonly operation: Operation
  readonly isLost: boolean
  /** The machine at that moment. */
  readonly there: There
}

export function createTurns(scheduler: fc.Scheduler, lost: readonly Loss[], app: () => AppOnLab): Turns {
  const running = new Map<string, string>()
  const lostOnes = new Set<string>()
  const over = new Map<string, Over>()
  const faults: string[] = []
  let asked = 0

  async function answer(vmId: string, change: string, run: () => Promise<unknown>): Promise<unknown> {
    const loss = lost[(asked += 1) % lost.length] ?? null
    if (loss !== null) lostOnes.add(running.get(vmId) ?? '')
    await scheduler.schedule(Promise.resolve(), `${change} arrives`)
    if (loss === 'before') throw lostAnswer()
    const answered = run()
    if (loss === 'during') {
      answered.catch(() => undefined)
      throw lostAnswer()
    }
    const value = await answered
    await scheduler.schedule(Promise.resolve(), `${change} is answered`)
    if (loss === 'after') throw lostAnswer()
    return value
  }

  function follow({ name, payload }: AppEvent): void {
    if (name !== 'operation.changed') return
    const { id, vmId, state } = payload
    if (state === 'running' && running.get(vmId) !== id) {
      if (running.has(vmId)) faults.push(`Two operations of ${vmId} run at once.`)
      running.set(vmId, id)
    }
    if (running.get(vmId) !== id || state === 'queued' || state === 'running') return
    running.delete(vmId)
    over.set(id, { operation: payload, isLost: lostOnes.has(id), there: thereOn(app(), vmId) })
  }

  return {
    wrap: (host) =>
      withChanges(host, ({ change, parameters, run }) => answer(vmIdOf(parameters), change, run)),
    follow,
    isBusy: (vmId) => running.has(vmId),
    isUnderWay: (id) => !over.has(id),
    faults,
    over: () => [...over.values()],
  }
}

/** The machine that a call is about is its first parameter, or named in it. */
function vmIdOf([first]: readonly unknown[]): string {
  return typeof first === 'string' ? first : (first as { readonly vmId: string }).vmId
}

function lostAnswer(): AppError {
  return new AppError('outcome-unknown', 'PowerShell stopped before it said how this ended.')
}
