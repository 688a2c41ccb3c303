import { describe, expect, it } from 'vitest'
import type { CheckpointCategory, Vm, VmId } from '#contract/model'
import { CheckpointName } from '#contract/inputs'
import type { SimulatedCheckpoint, SimulatedVm } from '../../../electron/hyperv/simulated/simulation.ts'
import { unknownVmId } from './workbench.ts'
import type { Workbench } from './workbench.ts'

export function describeReading(bench: () => Workbench): void {
  describe('reading', () => {
    it('says the name of the host', async () => {
      expect((await bench().host.connect()).name).toBe('HV-LAB')
    })

    it('reads every machine as the host has it: states, policies, names in any script, and trees', async () => {
      const { vms, unread } = await bench().host.readAll()
      expect(unread).toEqual([])
      expect(byId(vms.map(told))).toEqual(byId(bench().lab.vms.map(expected)))
    })

    it('gives load where a machine runs', async () => {
      const { load } = await bench().read(bench().lab.role.database)
      expect(load).toMatchObject({ cpuUsage: 14, memoryAssigned: 16 * 1024 ** 3 })
      expect(load.uptime).toBeGreaterThanOrEqual(31 * 86_400_000)
    })

    it('reads one machine as it reads all', async () => {
      const { vms } = await bench().host.readAll()
      const { tester } = bench().lab.role
      const one = await bench().read(tester)
      expect(told(one)).toEqual(told(vms.find((vm) => vm.id === tester)!))
    })

    it('answers null for a machine that is not there', async () => {
      expect(await bench().host.readVm(unknownVmId)).toBeNull()
    })

    it('hints at a machine that changed', async () => {
      const { host, spare, take, atRest } = bench()
      const vmId = spare('off')
      const checkpointId = await take(vmId)
      const hints: (VmId | null)[] = []
      const stop = host.watch((hint) => hints.push(hint))
      const hasHeard = (): boolean => hints.includes(vmId) || hints.includes(null)
      // A watcher may need a moment until it listens, so something changes until it has heard of it.
      for (let attempt = 1; attempt <= 100 && !hasHeard(); attempt += 1) {
        const name = CheckpointName.parse(`Renamed to be seen, attempt ${String(attempt)}`)
        await host.renameCheckpoint({ vmId, checkpointId }, name)
        await atRest(vmId)
      }
      stop()
      expect(hasHeard()).toBe(true)
    })
  })
}

type Told = Pick<
  Vm,
  | 'id'
  | 'name'
  | 'state'
  | 'isCritical'
  | 'version'
  | 'generation'
  | 'notes'
  | 'policy'
  | 'configurationFolder'
  | 'replication'
  | 'parentCheckpointId'
> & { readonly checkpoints: readonly object[] }

/** What must be the same whichever way it was read. */
function told(vm: Vm): Told {
  const { id, name, state, isCritical, version, generation, notes } = vm
  const { policy, configurationFolder, replication, parentCheckpointId } = vm
  return {
    ...{ id, name, state, isCritical, version, generation, notes },
    ...{ policy, configurationFolder, replication, parentCheckpointId },
    checkpoints: vm.checkpoints.map((each) => ({
      ...each,
      createdAt: Math.floor(Date.parse(each.createdAt ?? '') / 1000),
      isSaved: each.category === 'user' ? each.isSaved : 'not asked',
      policyWhenTaken: each.category === 'user' ? each.policyWhenTaken : 'not asked',
    })),
  }
}

function expected(vm: SimulatedVm): Record<keyof Told, unknown> {
  const { id, name, state, isCritical, version, generation, notes } = vm
  const { configurationFolder, replication, parentCheckpointId } = vm
  return {
    ...{ id, name, state, isCritical, version, generation, notes },
    ...{ configurationFolder, replication, parentCheckpointId },
    policy: {
      type: vm.checkpointType,
      automatic: vm.automaticCheckpoints,
      location: vm.snapshotFileLocation,
    },
    checkpoints: vm.checkpoints.map(expectedCheckpoint),
  }
}

function expectedCheckpoint(checkpoint: SimulatedCheckpoint): object {
  const { id, vmId, name, parentId, notes, isSaved, policyWhenTaken } = checkpoint
  const category = checkpoint.isAutomatic ? 'automatic' : categories[checkpoint.type]
  return {
    ...{ id, vmId, name, parentId, notes, category },
    createdAt: Math.floor(checkpoint.createdAt / 1000),
    isSaved: category === 'user' ? isSaved : 'not asked',
    policyWhenTaken: category === 'user' ? policyWhenTaken : 'not asked',
  }
}

const categories: Readonly<Record<SimulatedCheckpoint['type'], CheckpointCategory>> = {
  Realized: 'user',
  Recovery: 'backup',
  Planned: 'planned',
  Missing: 'missing',
  'Replica:Standard': 'replica',
  'Replica:ApplicationConsistent': 'replica',
}

function byId<T extends { readonly id: unknown }>(vms: readonly T[]): readonly T[] {
  return [...vms].sort((a, b) => String(a.id).localeCompare(String(b.id)))
}
