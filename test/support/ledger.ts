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

  async function noted({ change, parameters, run }: AskedChange): Promise<unknown> {
    const entry: LedgerEntry = { change, vmId: vmIdOf(parameters[0]), parameters, end: 'under way' }
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
  return { entries, wrap: (host) => withChanges(host, noted) }
}

/** The first parameter is the machine's Id, or names it. */
function vmIdOf(parameter: unknown): string {
  if (typeof parameter === 'string') return parameter
  if (typeof parameter === 'object' && parameter !== null && 'vmId' in parameter)
    return String(parameter.vmId)
  throw new Error('A change of no machine.')
}
