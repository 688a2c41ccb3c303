import { describe, expect, it } from 'vitest'
import { labStorage } from '../../../electron/hyperv/simulated/lab-storage.ts'
import type { Workbench } from './workbench.ts'

export function describeStorage(bench: () => Workbench): void {
  describe('telling of the host’s storage', () => {
    it('names the volumes that hold files of machines, with their sizes and what is free', async () => {
      const { volumes } = await bench().host.readStorage()
      expect(volumes.map(({ root, size }) => [root, size])).toEqual(
        labStorage.volumes.map(({ root, size }) => [root, size]),
      )
      for (const { size, free } of volumes) {
        expect(free).toBeGreaterThan(0)
        expect(free).toBeLessThan(size ?? 0)
      }
    })

    it('finds the disks that were left behind, and none that a machine or a checkpoint uses', async () => {
      const { leftBehind } = await bench().host.readStorage()
      expect([...leftBehind].sort((a, b) => a.path.localeCompare(b.path))).toEqual(labStorage.leftBehind)
    })

    it('counts a checkpoint’s files once they are written', async () => {
      const { host, spare, take } = bench()
      const vmId = spare('standard')
      const freeOf = async (): Promise<number> =>
        (await host.readStorage()).volumes.find(({ root }) => root === 'D:\\')?.free ?? NaN
      const before = await freeOf()
      await take(vmId)
      expect(before - (await freeOf())).toBeGreaterThan(4 * 1024 ** 3)
    })
  })
}
