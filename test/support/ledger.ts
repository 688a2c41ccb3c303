import type { HyperVHost } from '../../electron/core/ports.ts'
import { type AskedChange, type ChangeCall, withChanges } from './change-calls.ts'

/** One thing that truly arrived at the host, and what the host itself made of it, whoever heard of that. */
export interface LedgerEntry {
  readonly change: ChangeCall
  readonly vmId: string
  readonly parameters: readonly unknown[]
  end: 'under way' | 'done' | 'refused'
}

export interface Ledger {
  readonly entries: readonly LedgerEntry[]
  readonly wrap: (host: HyperVHost) => HyperVHost
}

/** Keeps the books at the host's own door, behind everything that may get lost on the way there and back. */
export function createLedger(): Ledger {
  const entries: LedgerEntry[] = []

  const noted = ({ change, parameters, run }: AskedChange): Promise<unknown> =>
    enter(entries, { change, vmId: vmIdOf(parameters[0]), parameters }, run)
  return { entries, wrap: (host) => withChanges(host, noted) }
}

/** Enters what arrived before it is done, and afterwards what came of it. */
export async function enter<T>(
  entries: LedgerEntry[],
  arrived: Omit<LedgerEntry, 'end'>,
  run: () => Promise<T>,
): Promise<T> {
  const entry: LedgerEntry = { ...arrived, end: 'under way' }
  entries.push(entry)
  try {
    const value = await run()
    entry.end = 'done'
    return value
  } catch (error) {
    entry.end = 'refused'
    throw error
  }
}

/** The first parameter is the machine's Id, or names it. */
function vmIdOf(parameter: unknown): string {
  if (typeof parameter === 'string') return parameter
  if (typeof parameter === 'object' && parameter !== null && 'vmId' in parameter)
    return String(parameter.vmId)
  throw new Error('A change of no machine.')
}
