import { describe, expect, it } from 'vitest'
import { endOf, unknownVmId } from './workbench.ts'
import type { Workbench } from './workbench.ts'

export function describePolicy(bench: () => Workbench): void {
  describe('changing the checkpoint policy', () => {
    it('changes what is named and nothing else', async () => {
      const { host, spare, read, exportFolder } = bench()
      const vmId = spare('off')
      const { policy: before } = await read(vmId)
      await host.changeCheckpointPolicy(vmId, { type: 'ProductionOnly' })
      expect((await read(vmId)).policy).toEqual({ ...before, type: 'ProductionOnly' })
      await host.changeCheckpointPolicy(vmId, { automatic: true, location: exportFolder })
      expect((await read(vmId)).policy).toEqual({
        type: 'ProductionOnly',
        automatic: true,
        location: exportFolder,
      })
    })

    it.each(['running', 'off', 'saved', 'paused'] as const)(
      'changes the type of a machine that is %s',
      async (state) => {
        const { host, spare, read } = bench()
        const vmId = spare(state)
        const { policy: before } = await read(vmId)
        await host.changeCheckpointPolicy(vmId, { type: 'Disabled', automatic: true })
        expect((await read(vmId)).policy).toEqual({ ...before, type: 'Disabled', automatic: true })
      },
    )

    it('lets the next checkpoint be of the new kind', async () => {
      const { host, spare, take, read } = bench()
      const vmId = spare('running')
      await host.changeCheckpointPolicy(vmId, { type: 'Standard' })
      await take(vmId)
      expect((await read(vmId)).checkpoints).toMatchObject([{ isSaved: true, policyWhenTaken: 'Standard' }])
    })

    it('refuses another location while there are checkpoints, and changes nothing then', async () => {
      const { host, spare, take, read, exportFolder } = bench()
      const vmId = spare('off')
      await take(vmId)
      const { policy: before } = await read(vmId)
      const change = host.changeCheckpointPolicy(vmId, { type: 'Disabled', location: exportFolder })
      expect(await endOf(change)).toBe('wrong-state')
      expect((await read(vmId)).policy).toEqual(before)
    })

    it('refuses where another type is expected than is there, and changes nothing then', async () => {
      const { host, spare, read } = bench()
      const vmId = spare('off')
      const ends = [
        await endOf(host.changeCheckpointPolicy(vmId, { type: 'Standard' }, 'ProductionOnly')),
        await endOf(host.changeCheckpointPolicy(vmId, { type: 'Disabled' }, 'Production')),
      ]
      expect([ends, (await read(vmId)).policy.type]).toEqual([['changed-meanwhile', 'done'], 'Disabled'])
    })

    it('refuses a machine that is not there', async () => {
      const change = bench().host.changeCheckpointPolicy(unknownVmId, { automatic: true })
      expect(await endOf(change)).toBe('vm-not-found')
    })
  })
}
