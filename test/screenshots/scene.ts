import type { Locator } from 'playwright-core'
import type { AppSettings } from '#contract/app-settings'
import type { HyperVHost } from '../../electron/core/ports.ts'
import type { LabMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import type { SimulatedVm } from '../../electron/hyperv/simulated/simulation.ts'
import type { ServedLab } from '../e2e/serve-lab.ts'
import type { Window } from '../e2e/window.ts'

/** A host at a moment, and what somebody does there until it looks as wanted. */
export interface Scene {
  /** Without a zone; pictures are taken in UTC, so that they are the same everywhere. */
  readonly at: string
  readonly hostName: string
  readonly machines?: readonly LabMachine[]
  /** In place of `machines`. */
  readonly lab?: (now: number) => readonly SimulatedVm[]
  readonly settings?: Partial<AppSettings>
  readonly wrap?: (host: HyperVHost) => HyperVHost
  readonly pace?: number
  /** Answers the part of the window to be seen; null for all of it. */
  readonly show: (window: Window, app: ServedLab) => Promise<Locator | null>
}
