import type { Clock } from '../../core/ports.ts'
import { SimulatedError } from './simulation.ts'

/** Every delay of the simulation: scaled in one place, and stopped in one place. */
export interface Pacing {
  /** Rejects where the simulation is stopped before the time is over. */
  readonly wait: (milliseconds: number) => Promise<void>
  /** Again and again until the simulation is stopped; not scaled, because a second of uptime is a second. */
  readonly every: (milliseconds: number, callback: () => void) => void
  /** Runs what nobody waits for; that it was stopped half way is nobody's concern then. */
  readonly inBackground: (work: () => Promise<void>) => void
  readonly stop: () => void
}

/** `pace` scales all delays: 1 is lifelike, smaller is faster. */
export function createPacing(clock: Clock, pace: number): Pacing {
  const pending = new Set<() => void>()
  let isStopped = false

  const unscaled = (milliseconds: number): Promise<void> =>
    new Promise((resolve, reject) => {
      if (isStopped) {
        reject(new Stopped())
        return
      }
      const cancel = clock.after(milliseconds, () => {
        pending.delete(abandon)
        resolve()
      })
      const abandon = (): void => {
        cancel()
        reject(new Stopped())
      }
      pending.add(abandon)
    })

  const wait = (milliseconds: number): Promise<void> => unscaled(milliseconds * pace)

  const inBackground = (work: () => Promise<void>): void => {
    work().catch((error: unknown) => {
      if (!(error instanceof SimulatedError)) throw error
    })
  }

  const every = (milliseconds: number, callback: () => void): void => {
    inBackground(async () => {
      for (;;) {
        await unscaled(milliseconds)
        callback()
      }
    })
  }

  const stop = (): void => {
    isStopped = true
    for (const abandon of pending) abandon()
    pending.clear()
  }
  return { wait, every, inBackground, stop }
}

class Stopped extends SimulatedError {
  constructor() {
    super('OperationFailed', 'NotSpecified', 'The simulated host has been stopped.')
    this.name = 'Stopped'
  }
}
