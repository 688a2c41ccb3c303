import { describe, expect, it } from 'vitest'
import { FolderPath } from '#contract/inputs'
import type { CheckpointId, VmId } from '#contract/model'
import { endOf, ignoreProgress, treeOf, unknownCheckpointId, unknownVmId } from './workbench.ts'
import type { Workbench } from './workbench.ts'

export function describeExporting(bench: () => Workbench): void {
  const exportTo = (vmId: VmId, checkpointId: CheckpointId): Promise<void> =>
    bench().host.exportCheckpoint({ vmId, checkpointId }, bench().exportFolder, ignoreProgress)

  describe('exporting a checkpoint', () => {
    it('makes a folder named after the machine, tells how far it is, and changes nothing else', async () => {
      const { host, spare, take, read, atRest, exportFolder } = bench()
      const vmId = spare('running')
      const checkpointId = await take(vmId, 'To export')
      const before = await atRest(vmId)
      const percents: (number | null)[] = []
      await host.exportCheckpoint({ vmId, checkpointId }, exportFolder, (percent) => percents.push(percent))
      expect((await host.listFolders(exportFolder)).folders.map((each) => each.name)).toContain(before.name)
      const numbers = percents.filter((percent) => percent !== null)
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
      expect(numbers.every((percent) => percent >= 0 && percent <= 100)).toBe(true)
      expect(treeOf(await read(vmId))).toEqual(treeOf(before))
    })

    it('shows on the machine while it goes on', async () => {
      const { read, until, lab } = bench()
      // Its disks are large, so that it takes long enough to be seen.
      const vmId = lab.role.fileServer
      const checkpoint = (await read(vmId)).checkpoints.find((each) => each.category === 'user')!
      const exporting = exportTo(vmId, checkpoint.id)
      const seen = await until(vmId, (vm) => vm.activity?.kind === 'exporting')
      await exporting
      expect(seen.statusText).not.toBe('')
    })

    it('refuses what can’t be exported, or has been there before', async () => {
      const { spare, take, lab, read } = bench()
      const vmId = spare('off')
      const checkpointId = await take(vmId)
      await exportTo(vmId, checkpointId)
      const foreign = (await read(lab.role.tester)).checkpoints[0]!.id
      expect({
        again: await endOf(exportTo(vmId, checkpointId)),
        unknownVm: await endOf(exportTo(unknownVmId, checkpointId)),
        unknown: await endOf(exportTo(vmId, unknownCheckpointId)),
        foreign: await endOf(exportTo(vmId, foreign)),
      }).toEqual({
        again: 'operation-failed',
        unknownVm: 'vm-not-found',
        unknown: 'checkpoint-not-found',
        foreign: 'checkpoint-not-found',
      })
    })
  })

  describe('folders of the host', () => {
    it('tells those that can be used from those that are not there', async () => {
      const { host, exportFolder } = bench()
      expect({
        there: await host.inspectFolder(exportFolder),
        missing: await host.inspectFolder(below(exportFolder, 'not there')),
      }).toEqual({ there: 'usable', missing: 'missing' })
    })

    it('lists the drives, and down from there', async () => {
      const { host, exportFolder } = bench()
      const drives = await host.listFolders('')
      expect({ path: drives.path, parent: drives.parent }).toEqual({ path: '', parent: null })
      const first = await host.listFolders(drives.folders[0]!.path)
      expect(first.parent).toBe('')
      expect(await endOf(host.listFolders(below(exportFolder, 'not there')))).toBe('folder-missing')
    })
  })

  function below(folder: string, name: string): FolderPath {
    return FolderPath.parse(`${folder}${bench().host.pathStyle === 'windows' ? '\\' : '/'}${name}`)
  }
}
