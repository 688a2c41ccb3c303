import type { VmId } from '#contract/model'
import type { Clock, HostWatching, Log } from '../../core/ports.ts'
import type { SessionOpener } from './session-opener.ts'
import { watchByTheClock } from './watch-by-the-clock.ts'
import { createWatcher, type Watcher } from './watcher.ts'

export interface HostWatch {
  readonly state: () => HostWatching
  /** Settles when nothing of it is left. */
  readonly close: () => Promise<void>
}

interface HostWatchOptions {
  readonly clock: Clock
  readonly log: Log
  /** Null while there is no connection. */
  readonly createOpener: () => SessionOpener | null
  /** Whether there are figures that run, which Hyper-V tells nobody of. */
  readonly isAnyOn: () => boolean
  readonly onHint: (vmId: VmId | null) => void
}

/**
 * Hyper-V tells what changed, and behind that the list is read now and then, in case something went untold; as often
 * as the clock ticks where Hyper-V tells nothing. It is listened to from the first tick on, so that the first reading
 * has the computer to itself.
 */
export function watchHost({ clock, log, createOpener, isAnyOn, onHint }: HostWatchOptions): HostWatch {
  let watcher: Watcher | null = null
  let lastReading = clock.monotonic()
  const hint = (vmId: VmId | null): void => {
    if (vmId === null) lastReading = clock.monotonic()
    onHint(vmId)
  }
  const listen = (): Watcher | null => {
    const opener = createOpener()
    return opener && createWatcher({ opener, clock, log, onHint: hint })
  }
  const stopClock = watchByTheClock(clock, () => {
    watcher ??= listen()
    if (watcher === null) return
    const pause = watcher.state().by === 'clock' ? 0 : isAnyOn() ? pauseForFigures : longestPause
    if (clock.monotonic() - lastReading >= pause) hint(null)
  })
  return {
    state: () => watcher?.state() ?? { by: 'clock', reason: 'starting', detail: '' },
    close: async () => {
      stopClock()
      await watcher?.close()
    },
  }
}

/** Milliseconds between two readings of the list while Hyper-V tells of changes. */
const longestPause = 30_000
const pauseForFigures = 5_000
