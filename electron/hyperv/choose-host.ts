import { AppError } from '#contract/errors'
import type { ConnectHost, HostConnection, HyperVHost } from '../core/ports.ts'

export interface HostChoice {
  readonly connect: ConnectHost
  readonly close: () => Promise<void>
}

interface Options {
  /** Null where Hyper-V is not to be asked, for the reason given. */
  readonly hyperV: (() => HyperVHost) | null
  readonly demo: () => HyperVHost
  /** Why Hyper-V is not asked; null where the demo host was wished for. */
  readonly reason: string | null
  /** False where Hyper-V was asked for by name: then a problem is shown, and no demo host stands in. */
  readonly mayFallBack: boolean
}

/**
 * Hyper-V where it is there, else the demo host. A Hyper-V that is there and can't be used (service stopped, no
 * rights) is a problem to show and never a reason for the demo. The choice is made once; later calls connect again.
 */
export function chooseHost({ hyperV, demo, reason, mayFallBack }: Options): HostChoice {
  let host = hyperV?.() ?? demo()
  let demoReason = hyperV === null ? reason : null
  let wasConnected = false

  async function connect(byHand = false): Promise<HostConnection> {
    try {
      const { name, description } = await host.connect(byHand)
      wasConnected = true
      return { host, name, description, demoReason }
    } catch (error) {
      if (
        wasConnected ||
        !mayFallBack ||
        host.kind === 'demo' ||
        !(error instanceof AppError) ||
        !isAbsent(error)
      )
        throw error
      await host.close()
      host = demo()
      demoReason = error.message
      return connect(byHand)
    }
  }

  return { connect, close: () => host.close() }
}

function isAbsent(error: AppError): boolean {
  return error.code === 'powershell-missing' || error.code === 'module-missing'
}
