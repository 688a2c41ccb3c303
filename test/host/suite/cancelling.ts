import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportRefusal } from '#contract/eligibility'
import { JobId, type Checkpoint, type Vm } from '#contract/model'
import type { OpenedHost } from '../hyperv-host.suite.ts'
import { createWorkbench, endOf, ignoreProgress, type Workbench } from './workbench.ts'

/** As many as PowerShell is asked to do at a time: what cancels one of them must not wait behind them. */
const exportsAtOnce = 4
/** So slow that no export ends by itself while a test looks at it. */
const pace = 3

/** On a host of its own, which is slow. */
export function describeCancelling(open: (pace: number) => Promise<OpenedHost>): void {
  describe('cancelling what Hyper-V works on', () => {
    let bench: Workbench
    beforeAll(async () => {
      bench = createWorkbench(await open(pace))
      await bench.host.connect()
    })
    // A host that could not be opened has nothing to close.
    afterAll(() => (bench as Workbench | undefined)?.close())

    it('ends the job, fails for whoever waits for it, and leaves nothing of it', async () => {
      const { host, read, atRest, exportFolder } = bench
      const machines = await exportable()
      const foldersBefore = await host.listFolders(exportFolder)
      const ends = machines.map(({ vm, checkpoint }) =>
        endOf(
          host.exportCheckpoint({ vmId: vm.id, checkpointId: checkpoint.id }, exportFolder, ignoreProgress),
        ),
      )
      const jobs = await Promise.all(machines.map(({ vm }) => cancellableJob(vm)))
      for (const [index, { vm }] of machines.entries()) await host.cancelJob(vm.id, jobs[index]!)
      expect(await Promise.all(ends)).toEqual(machines.map(() => 'operation-failed'))
      await Promise.all(machines.map(({ vm }) => atRest(vm.id)))
      expect(await Promise.all(machines.map(async ({ vm }) => (await read(vm.id)).checkpoints))).toEqual(
        machines.map(({ vm }) => vm.checkpoints),
      )
      expect(await host.listFolders(exportFolder)).toEqual(foldersBefore)
    })

    it('is refused for what has ended', async () => {
      const { host, lab } = bench
      const job = JobId.parse('00000000-dead-4bad-8000-0000000000b0')
      expect(await endOf(host.cancelJob(lab.role.tester, job))).toBe('wrong-state')
    })

    async function exportable(): Promise<readonly { readonly vm: Vm; readonly checkpoint: Checkpoint }[]> {
      const { vms } = await bench.host.readAll()
      const found = vms.flatMap((vm) => {
        const checkpoint = vm.checkpoints.find((each) => exportRefusal(each) === null)
        return vm.activity !== null || vm.isCritical || checkpoint === undefined ? [] : [{ vm, checkpoint }]
      })
      expect(found.length).toBeGreaterThanOrEqual(exportsAtOnce)
      return found.slice(0, exportsAtOnce)
    }

    async function cancellableJob({ id }: Vm): Promise<JobId> {
      const { activity } = await bench.until(id, (vm) => vm.activity?.job?.isCancellable === true)
      return activity!.job!.id
    }
  })
}
