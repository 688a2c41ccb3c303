import { describe, expect, it } from 'vitest'
import type { SpareKind } from '../../support/host-lab.ts'
import { difficultNames } from './difficult-names.ts'
import { checkpointOf, endOf, ignoreProgress, treeOf, unknownVmId } from './workbench.ts'
import type { Workbench } from './workbench.ts'

export function describeCreating(bench: () => Workbench): void {
  describe('taking a checkpoint', () => {
    it('gives it Hyper-V’s default name and hangs Now under it', async () => {
      const { host, spare, atRest } = bench()
      const vmId = spare('running')
      const request = { vmId, name: null, notes: null }
      const { checkpointId, remark } = await host.createCheckpoint(request, ignoreProgress)
      const vm = await atRest(vmId)
      expect({ ...checkpointOf(vm, checkpointId), remark, now: vm.parentCheckpointId }).toEqual({
        id: checkpointId,
        vmId,
        name: expect.stringMatching(/^Spare running \d+ - \(.*\d.* - .*\d.*\)$/) as unknown,
        parentId: null,
        createdAt: expect.any(String) as unknown,
        category: 'user',
        isSaved: false,
        policyWhenTaken: 'Production',
        notes: '',
        remark: null,
        now: checkpointId,
      })
    })

    it('gives it the name and the note asked for', async () => {
      const { spare, take, read } = bench()
      const vmId = spare('running')
      const notes = 'First line\nsecond line: “quoted”, $(Get-Date), `n, 100 %, 日本語'
      const checkpointId = await take(vmId, 'Before KB5049981', notes)
      expect(checkpointOf(await read(vmId), checkpointId)).toMatchObject({ name: 'Before KB5049981', notes })
    })

    it.each<[SpareKind, string, boolean]>([
      ['running', 'Production', false],
      ['withoutBackupService', 'Production', true],
      ['standard', 'Standard', true],
      ['off', 'Production', false],
      ['saved', 'Production', true],
      ['paused', 'Standard', true],
    ])('of a machine that is “%s” under the policy %s: with memory is %s', async (kind, policy, isSaved) => {
      const { spare, take, read } = bench()
      const vmId = spare(kind)
      const { state } = await read(vmId)
      const checkpointId = await take(vmId)
      const vm = await read(vmId)
      const { policyWhenTaken, isSaved: holdsMemory } = checkpointOf(vm, checkpointId)
      expect({ policyWhenTaken, holdsMemory, state: vm.state }).toEqual({
        policyWhenTaken: policy,
        holdsMemory: isSaved,
        state,
      })
    })

    it('keeps names and notes that are hard to pass on exactly as they are, for one machine and among all', async () => {
      const { host, spare, take, read } = bench()
      const vmId = spare('off')
      for (const text of difficultNames) await take(vmId, text, text)
      const among = (await host.readAll()).vms.find((vm) => vm.id === vmId)
      const texts = difficultNames.map((text) => [text, text])
      for (const vm of [await read(vmId), among])
        expect(vm?.checkpoints.map(({ name, notes }) => [name, notes])).toEqual(texts)
    })

    it('allows the same name twice', async () => {
      const { spare, take, read } = bench()
      const vmId = spare('off')
      await take(vmId, 'Twice')
      await take(vmId, 'Twice')
      expect(treeOf(await read(vmId))).toEqual(['Twice under –', 'Twice under Twice', 'Now under Twice'])
    })

    it('refuses what Hyper-V refuses, and changes nothing', async () => {
      const { role } = bench().lab
      const refused = {
        [role.disabled]: 'operation-failed',
        [role.legacy]: 'operation-failed',
        [role.productionOnly]: 'operation-failed',
        [role.gpu]: 'operation-failed',
        [role.atLimit]: 'operation-failed',
        [role.replica]: 'wrong-state',
        [role.critical]: 'wrong-state',
        [unknownVmId]: 'vm-not-found',
      }
      const before = (await bench().host.readAll()).vms.map(treeOf)
      const ends: Record<string, string> = {}
      for (const vmId of [...refusing(bench()), unknownVmId]) ends[vmId] = await endOf(bench().take(vmId))
      expect(ends).toEqual(refused)
      expect((await bench().host.readAll()).vms.map(treeOf)).toEqual(before)
    })
  })
}

function refusing({ lab: { role } }: Workbench): readonly (typeof role.gpu)[] {
  return [
    role.disabled,
    role.legacy,
    role.productionOnly,
    role.gpu,
    role.atLimit,
    role.replica,
    role.critical,
  ]
}
