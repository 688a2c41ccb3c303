import { describe, expect, it } from 'vitest'
import { VmId } from '#contract/model'
import type { Readiness } from '#contract/readiness'
import { readinessOf } from '../../../electron/hyperv/simulated/readiness-of.ts'
import type { SimulatedVm } from '../../../electron/hyperv/simulated/simulation.ts'
import { type ServiceKind, restingStates, serviceKinds } from '../../support/host-lab.ts'
import { endOf, unknownVmId } from './workbench.ts'
import type { Workbench } from './workbench.ts'

export function describeReadiness(bench: () => Workbench): void {
  const readiness = (vmId: string): Promise<Readiness> => bench().host.readReadiness(VmId.parse(vmId))

  describe('telling what decides a checkpoint’s kind', () => {
    it('says the same of every machine as the host has it', async () => {
      const found = []
      for (const vm of neverChanged(bench())) found.push(withoutVolumes(await readiness(vm.id)))
      const noVolumes = { volumes: () => [] }
      expect(found).toEqual(neverChanged(bench()).map((vm) => withoutVolumes(readinessOf(vm, noVolumes))))
    })

    it.each<[ServiceKind, Readiness['backupService']]>([
      ['answering', 'ok'],
      ['degraded', 'degraded'],
      ['silent', 'silent'],
      ['turnedOff', 'disabled'],
    ])('of a guest that runs with its backup service %s: %s', async (service, told) => {
      expect((await readiness(bench().lab.resting('Running', service))).backupService).toBe(told)
    })

    it('knows nothing of what a guest that does not run would say, but that it is not offered the service', async () => {
      const told: Record<string, readonly string[]> = {}
      for (const state of restingStates.filter((each) => each !== 'Running')) {
        const found = serviceKinds.map(async (each) => readiness(bench().lab.resting(state, each)))
        told[state] = (await Promise.all(found)).map(({ backupService }) => backupService)
      }
      const any = ['unknown', 'unknown', 'unknown', 'disabled']
      expect(told).toEqual({ Off: any, Saved: any, Paused: any, Hibernated: any })
    })

    it('counts the disks that no checkpoint holds, and those of several machines, and sees a GPU partition', async () => {
      const { legacy, clustered, gpu, domainController } = bench().lab.role
      const found = []
      for (const vmId of [legacy, clustered, gpu, domainController]) found.push(await readiness(vmId))
      expect(
        found.map((each) => [
          each.passThroughDisks,
          each.sharedDisks,
          each.hasGpuPartition,
          each.isClustered,
        ]),
      ).toEqual([
        [1, 0, false, false],
        [0, 1, false, true],
        [0, 0, true, false],
        [0, 0, false, false],
      ])
    })

    it('names the volumes that a checkpoint would write to, with what is free on them', async () => {
      const { volumes } = await readiness(bench().lab.role.archive)
      const sizes = volumes.map(({ root, size }) => [root, size])
      expect(sizes).toEqual([
        ['D:\\', 7_452 * 1024 ** 3],
        ['E:\\', 465 * 1024 ** 3],
      ])
      for (const { size, free } of volumes) {
        expect(free).toBeGreaterThan(0)
        expect(free).toBeLessThan(size ?? 0)
      }
    })

    it('refuses a machine that is not there', async () => {
      expect(await endOf(bench().host.readReadiness(unknownVmId))).toBe('vm-not-found')
    })
  })

  describe('offering a guest the backup service', () => {
    it('lets the guest answer, and the next checkpoint be the production checkpoint asked for', async () => {
      const { host, spare, take, read } = bench()
      const vmId = spare('backupServiceOff')
      const before = (await readiness(vmId)).backupService
      await host.enableBackupService(vmId)
      expect([before, (await readiness(vmId)).backupService]).toEqual(['disabled', 'ok'])
      await take(vmId)
      expect((await read(vmId)).checkpoints).toMatchObject([
        { isSaved: false, policyWhenTaken: 'ProductionOnly' },
      ])
    })

    it('does no harm where it is offered already, and refuses a machine that is not there', async () => {
      const { host, spare } = bench()
      const vmId = spare('running')
      await host.enableBackupService(vmId)
      expect([
        (await readiness(vmId)).backupService,
        await endOf(host.enableBackupService(unknownVmId)),
      ]).toEqual(['ok', 'vm-not-found'])
    })
  })

  describe('the host’s log', () => {
    it('says why a production checkpoint was none, and of which machine', async () => {
      const { host, spare, take, read } = bench()
      const since = new Date().toISOString()
      const [silent, answering] = [spare('withoutBackupService'), spare('running')]
      await take(silent)
      await take(answering)
      const later = new Date(Date.now() + 60_000).toISOString()
      expect({
        silent: await host.readLastEvent(silent, since),
        answering: await host.readLastEvent(answering, since),
        later: await host.readLastEvent(silent, later),
      }).toEqual({
        silent: expect.stringContaining((await read(silent)).name) as unknown,
        answering: null,
        later: null,
      })
    })
  })
}

/** Those that no test works on. */
function neverChanged({ lab }: Workbench): readonly SimulatedVm[] {
  const ids: readonly string[] = Object.values(lab.role)
  return lab.vms.filter((vm) => ids.includes(vm.id))
}

/** What is free changes with what other tests do meanwhile. */
function withoutVolumes(readiness: Readiness): Readiness {
  return { ...readiness, volumes: [] }
}
