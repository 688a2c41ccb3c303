import { describe, expect, it } from 'vitest'
import { type DeleteForecast, forecastDelete } from '#contract/delete-forecast'
import type { VmCosts } from '#contract/machine-costs'
import { type CheckpointId, VmId } from '#contract/model'
import { costsOf } from '../../../electron/hyperv/simulated/costs-of.ts'
import type { SimulatedVm } from '../../../electron/hyperv/simulated/simulation.ts'
import { endOf, ignoreProgress, unknownVmId } from './workbench.ts'
import type { Workbench } from './workbench.ts'

export function describeCosts(bench: () => Workbench): void {
  const costs = (vmId: string): Promise<VmCosts> => bench().host.readCosts(VmId.parse(vmId))

  /** Deletes the checkpoint, and answers what was said before of what would become of the files. */
  const foretold = async (vmId: VmId, checkpointId: CheckpointId): Promise<DeleteForecast> => {
    const { host, atRest } = bench()
    const before = await costs(vmId)
    const forecast = forecastDelete(before, new Set([checkpointId]))
    await host.deleteCheckpoint({ vmId, checkpointId }, ignoreProgress)
    await atRest(vmId)
    const after = await costs(vmId)
    const gone = [...forecast.vanishing, ...forecast.merging.map(({ file }) => file)].map(({ path }) => path)
    const left = [...sizes(before)].filter(([path]) => !gone.includes(path))
    expect([...sizes(after).keys()].sort()).toEqual(left.map(([path]) => path).sort())
    const freed = total(before) - total(after)
    expect(freed).toBeGreaterThanOrEqual(forecast.frees?.from ?? NaN)
    expect(freed).toBeLessThanOrEqual(forecast.frees?.to ?? NaN)
    return forecast
  }

  describe('telling what checkpoints cost', () => {
    it('names every file of a machine and of its checkpoints, each with its size', async () => {
      const found = []
      for (const vm of trees(bench())) found.push(comparable(await costs(vm.id)))
      const noVolumes = { volumes: () => [] }
      expect(found).toEqual(trees(bench()).map((vm) => comparable(costsOf(vm, noVolumes))))
    })

    it('lets each disk file be the first of one chain alone: that of its owner', async () => {
      const { disks, checkpoints } = await costs(bench().lab.role.tester)
      const owned = [disks, ...checkpoints.map((each) => each.disks)]
        .flat()
        .map(({ chain }) => chain[0]?.path)
      expect(owned).toHaveLength(5)
      expect(new Set(owned).size).toBe(5)
    })

    it('knows no size of the configuration of a checkpoint whose files are missing', async () => {
      const vm = trees(bench()).find(({ id }) => id === bench().lab.role.archive)!
      const lost = vm.checkpoints.find(({ type }) => type === 'Missing')!
      const { checkpoints } = await costs(vm.id)
      const files = checkpoints.find(({ checkpointId }) => checkpointId === lost.id)?.files
      expect(files?.map(({ size }) => size)).toEqual([null])
    })

    it('counts the memory that a standard checkpoint keeps, and has it free again when that is gone', async () => {
      const { host, spare, take, atRest } = bench()
      const vmId = spare('standard')
      const before = await costs(vmId)
      const checkpointId = await take(vmId)
      const after = await costs(vmId)
      await host.deleteCheckpoint({ vmId, checkpointId }, ignoreProgress)
      await atRest(vmId)
      const saved = after.checkpoints[0]?.files.reduce((sum, { size }) => sum + (size ?? 0), 0) ?? 0
      expect(saved).toBeGreaterThan(memory)
      expect(freeOn(before) - freeOn(after)).toBeGreaterThan(memory)
      expect(freeOn(await costs(vmId)) - freeOn(after)).toBeGreaterThan(memory)
    })

    it('names the volumes that the files are on', async () => {
      const roots = async (vmId: VmId): Promise<readonly string[]> =>
        (await costs(vmId)).volumes.map(({ root }) => root)
      const { archive, tester } = bench().lab.role
      expect([await roots(archive), await roots(tester)]).toEqual([['D:\\', 'E:\\'], ['D:\\']])
    })

    it('lets be foretold what becomes of the files when one of a chain is deleted', async () => {
      const { spare, take } = bench()
      const vmId = spare('standard')
      await take(vmId)
      const second = await take(vmId)
      await take(vmId)
      const { merging, vanishing, kept } = await foretold(vmId, second)
      expect([merging.length, vanishing.length > 0, kept.length]).toEqual([1, true, 0])
    })

    it('lets be foretold what becomes of the files when one goes on which two branches build', async () => {
      const { host, spare, take } = bench()
      const vmId = spare('off')
      const root = await take(vmId)
      const fork = await take(vmId)
      await take(vmId)
      await host.applyCheckpoint({ vmId, checkpointId: fork }, ignoreProgress)
      const { merging, kept } = await foretold(vmId, fork)
      expect([merging.length, kept.length]).toEqual([0, 1])
      expect((await foretold(vmId, root)).merging).toHaveLength(1)
    })

    it('refuses a machine that is not there', async () => {
      expect(await endOf(bench().host.readCosts(unknownVmId))).toBe('vm-not-found')
    })
  })
}

/** Bytes of a spare machine. */
const memory = 4 * 1024 ** 3

/** One without checkpoints, chains, branches, a pass-through disk, files that can't be read, and a merge that waits. */
function trees({ lab: { role, vms } }: Workbench): readonly SimulatedVm[] {
  const ids: readonly string[] = [
    role.domainController,
    role.database,
    role.tester,
    role.legacy,
    role.fileServer,
    role.archive,
    role.buildAgent,
    role.clustered,
  ]
  return vms.filter((vm) => ids.includes(vm.id))
}

/** In one order, and without what is free, which changes with what other tests do. */
function comparable(costs: VmCosts): VmCosts {
  const ordered = [...costs.checkpoints].sort((a, b) => a.checkpointId.localeCompare(b.checkpointId))
  return { ...costs, checkpoints: ordered, volumes: [] }
}

/** Of every file, each once. */
function sizes({ disks, checkpoints }: VmCosts): ReadonlyMap<string, number> {
  const chains = [disks, ...checkpoints.map((each) => each.disks)].flat().flatMap(({ chain }) => chain)
  const files = [...chains, ...checkpoints.flatMap((each) => each.files)]
  return new Map(files.map(({ path, size }) => [path, size ?? NaN]))
}

function total(costs: VmCosts): number {
  return [...sizes(costs).values()].reduce((sum, size) => sum + size, 0)
}

function freeOn({ volumes }: VmCosts): number {
  return volumes.find(({ root }) => root === 'D:\\')?.free ?? NaN
}
