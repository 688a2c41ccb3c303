import { fileURLToPath } from 'node:url'
import type { AppError } from '#contract/errors'
// @ts-expect-error The start runs before anything is built, so it is plain JavaScript.
import * as module from '../../build/build-if-stale.mjs'
import { readBuiltFiles } from '../../electron/bridge/built-files.ts'
import { serveHttpBridge } from '../../electron/bridge/http.ts'
import type { Clock, HyperVHost, SettingsStore } from '../../electron/core/ports.ts'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { createSimulatedHost } from '../../electron/hyperv/simulated/host.ts'
import type { SimulatedVm, Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { createJournalOfTest } from '../support/journal-of-test.ts'
import { silentLog } from '../support/silent-log.ts'
import { wireOver } from '../support/wire-over.ts'

const { buildIfStale } = module as { readonly buildIfStale: (root: string) => Promise<void> }
const root = fileURLToPath(new URL('../..', import.meta.url))

export interface LabOptions {
  readonly lab: (now: number) => readonly SimulatedVm[]
  readonly hostName?: string
  readonly clock?: Clock
  /** Scales what Hyper-V takes to do something; nothing happens by itself. */
  readonly pace?: number
  readonly settings?: SettingsStore
  /** That of an app that ran before; another where none is named. */
  readonly port?: number
  readonly wrap?: ((host: HyperVHost) => HyperVHost) | undefined
}

export interface ServedLab {
  /** An address that opens once. */
  readonly newUrl: () => string
  readonly simulation: Simulation
  /** The way to the host is gone, for that reason, until it is found again. */
  readonly lose: (problem: AppError) => Promise<void>
  readonly findAgain: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** The app in this process, behind its loopback bridge, on a simulated host of the test's own making. */
export async function serveLab(options: LabOptions): Promise<ServedLab> {
  await buildIfStale(root)
  const { lab, hostName, clock = systemClock, pace = 0.1, settings, port = 0, wrap = unchanged } = options
  const simulation = createSimulation({ lab: lab(clock.now()), clock, pace, hostName })
  const { host, lose } = withWay(wrap(createSimulatedHost(simulation, clock)))
  const wired = wireOver({ host, clock, journal: createJournalOfTest([]), settings })
  const { hub, inventory, dispatch } = wired
  const app = { dispatch, subscribe: hub.subscribe, close: () => host.close() }
  const files = await readBuiltFiles(fileURLToPath(new URL('../../out/renderer', import.meta.url)))
  const bridge = await serveHttpBridge({ app, files, port, onStaleKey: () => undefined, log: silentLog })
  void inventory.refresh()
  return {
    newUrl: bridge.newOpeningUrl,
    simulation,
    lose: (problem) => {
      lose(problem)
      return inventory.refresh()
    },
    findAgain: () => {
      lose(null)
      return inventory.refresh()
    },
    stop: async () => {
      await bridge.close()
      wired.close()
      await host.close()
    },
  }
}

function unchanged(host: HyperVHost): HyperVHost {
  return host
}

/** A host to which the way can be lost. */
function withWay(host: HyperVHost): {
  readonly host: HyperVHost
  readonly lose: (problem: AppError | null) => void
} {
  let problem: AppError | null = null
  const guarded = <T>(read: () => Promise<T>): Promise<T> =>
    problem === null ? read() : Promise.reject(problem)
  return {
    lose: (next) => {
      problem = next
    },
    host: {
      ...host,
      connect: (byHand) => guarded(() => host.connect(byHand)),
      readAll: (onVm) => guarded(() => host.readAll(onVm)),
      readVm: (vmId) => guarded(() => host.readVm(vmId)),
    },
  }
}
