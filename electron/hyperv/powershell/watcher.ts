import { z } from 'zod'
import { AppError, assertNever } from '#contract/errors'
import { VmId } from '#contract/model'
import type { Clock, HostWatching, Log } from '../../core/ports.ts'
import { ConnectionLost } from './connection-lost.ts'
import { gatherHints } from './gather-hints.ts'
import { passed } from './passed.ts'
import type { SessionOpener } from './session-opener.ts'

/** A PowerShell of its own that does nothing but listen to Hyper-V, and is replaced when it is lost. */
export interface Watcher {
  readonly state: () => HostWatching
  /** Settles when the process is gone. */
  readonly close: () => Promise<void>
}

interface WatcherOptions {
  readonly opener: SessionOpener
  readonly clock: Clock
  readonly log: Log
  /** Null where anything may have changed: whenever it begins to listen, for nobody knows what came before. */
  readonly onHint: (vmId: VmId | null) => void
}

/** What watch.ps1 prints. */
const WatchPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listening') }),
  z.object({ kind: z.literal('alive') }),
  z.object({ kind: z.literal('changed'), vmId: VmId.nullable() }),
])

export function createWatcher({ opener, clock, log, onHint }: WatcherOptions): Watcher {
  const hints = gatherHints(clock, onHint)
  const end = new AbortController()
  let state: HostWatching = { by: 'clock', reason: 'starting', detail: '' }
  let refusals = 0

  const turn = (next: HostWatching): void => {
    state = next
    log.info('Watching', next.by === 'events' ? { by: next.by } : { by: next.by, reason: next.reason })
  }
  const take = (value: unknown): void => {
    const part = WatchPart.safeParse(value)
    // What is not understood may be a change all the same.
    if (!part.success) {
      hints.add(null)
      return
    }
    switch (part.data.kind) {
      case 'listening':
        refusals = 0
        opener.noteAnswer()
        turn({ by: 'events' })
        onHint(null)
        return
      case 'alive':
        return
      case 'changed':
        hints.add(part.data.vmId)
        return
      default:
        assertNever(part.data)
    }
  }
  const listen = async (): Promise<void> => {
    try {
      const { connection } = await opener.open()
      await connection.ask('watch', { appId: process.pid }, { onPart: take })
      turn({ by: 'clock', reason: 'starting', detail: '' })
    } catch (error) {
      if (end.signal.aborted) return
      turn(withoutEvents(error))
      // How long to wait after a loss is the opener's to say.
      if (error instanceof ConnectionLost) return
      const pause = Math.min(shortestPause * 2 ** refusals, longestPause)
      refusals += 1
      await passed(clock, pause, end.signal)
      if (pause === longestPause) opener.startAnew()
    }
  }
  void untilAborted(end.signal, listen)
  return {
    state: () => state,
    close: async () => {
      end.abort()
      hints.stop()
      await opener.close()
    },
  }
}

const shortestPause = 1_000
/** Whoever was refused for so long may begin anew: a PowerShell that was lost again and again may be well by now. */
const longestPause = 5 * 60_000

async function untilAborted(signal: AbortSignal, step: () => Promise<void>): Promise<void> {
  while (!signal.aborted) await step()
}

function withoutEvents(error: unknown): HostWatching {
  if (error instanceof ConnectionLost) return { by: 'clock', reason: 'lost', detail: error.detail }
  if (!(error instanceof AppError)) return { by: 'clock', reason: 'refused', detail: String(error) }
  const reason = error.code === 'host-lost' ? 'lost' : 'refused'
  return { by: 'clock', reason, detail: error.detail ?? error.message }
}
