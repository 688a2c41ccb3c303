import { afterAll, beforeAll, describe } from 'vitest'
import type { FolderPath } from '#contract/inputs'
import type { HyperVHost } from '../../electron/core/ports.ts'
import type { HostLab } from '../support/host-lab.ts'
import { describeApplying } from './suite/applying.ts'
import { describeCancelling } from './suite/cancelling.ts'
import { describeCosts } from './suite/costs.ts'
import { describeCreating } from './suite/creating.ts'
import { describeDeleting } from './suite/deleting.ts'
import { describeDetails } from './suite/details.ts'
import { describeExporting } from './suite/exporting.ts'
import { describeNoting } from './suite/noting.ts'
import { describePolicy } from './suite/policy.ts'
import { describePower } from './suite/power.ts'
import { describeReadiness } from './suite/readiness.ts'
import { describeReading } from './suite/reading.ts'
import { describeRenaming } from './suite/renaming.ts'
import { describeStorage } from './suite/storage.ts'
import { describeVerdicts } from './suite/verdicts.ts'
import { createWorkbench } from './suite/workbench.ts'
import type { Workbench } from './suite/workbench.ts'

/** A host that is about to be connected to. */
export interface OpenedHost {
  readonly host: HyperVHost
  /** What `createHostLab` made, and the simulation behind this host was created with. */
  readonly lab: HostLab
  /** A folder that is there, can be written to, is empty, and is written as the host writes paths. */
  readonly exportFolder: FolderPath
  /** Ends the host and all that stands behind it. */
  readonly close: () => Promise<void>
}

/**
 * What every way to Hyper-V must do, said once. Opened once for all: each test works on a machine of its own, and
 * waits for what it expects by reading that machine again. `pace` is how slow it is; 1 is
 * lifelike.
 */
export function describeHyperVHost(name: string, open: (pace: number) => Promise<OpenedHost>): void {
  describe(name, () => {
    let opened: OpenedHost | undefined
    let workbench: Workbench | undefined
    beforeAll(async () => {
      opened = await open(quick)
      workbench = createWorkbench(opened)
      await opened.host.connect()
    })
    afterAll(() => opened?.close())

    const bench = (): Workbench => {
      if (workbench === undefined) throw new Error('The host has not been opened.')
      return workbench
    }
    describeReading(bench)
    describeDetails(bench)
    describeCreating(bench)
    describeApplying(bench)
    describeRenaming(bench)
    describeNoting(bench)
    describeExporting(bench)
    describeDeleting(bench)
    describePolicy(bench)
    describePower(bench)
    describeCancelling(open)
    describeReadiness(bench)
    describeVerdicts(bench)
    describeCosts(bench)
    describeStorage(bench)
  })
}

const quick = 0.01
