import { describe, expect, it } from 'vitest'
import { VmId } from '#contract/model'
import type { CheckpointType } from '#contract/model'
import { type Verdict, verdictOf } from '#contract/verdict'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { createSimulatedHost } from '../../electron/hyperv/simulated/host.ts'
import { labVmId } from '../../electron/hyperv/simulated/lab-vm-id.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { openSimulatedMachine } from '../support/simulated-machine.ts'
import type { SimulatedMachine } from '../support/simulated-machine.ts'

describe('The backup service of a simulated guest', () => {
  it('may stop to answer and answer again, and whoever watches is told', async () => {
    const machine = openSimulatedMachine()
    const { host, service } = over(machine)
    const hints: (VmId | null)[] = []
    const stop = host.watch((hint) => hints.push(hint))
    machine.simulation.setBackupService(machine.vmId, { status: 'NoContact' })
    const silent = await service()
    await machine.clock.advance(1_000)
    machine.simulation.setBackupService(machine.vmId, { status: 'Ok' })
    await machine.clock.advance(1_000)
    stop()
    expect([silent, await service(), hints]).toEqual(['silent', 'ok', [machine.vmId, machine.vmId]])
  })

  it('comes and goes every few minutes on a machine of the lab, and stays as it is on the others', async () => {
    const clock = createManualClock()
    const simulation = createSimulation({ lab: createLab(clock.now()), clock, life: true })
    const seen = new Map(simulation.vms().map(({ id }) => [id, new Set<string>()]))
    for (let minute = 0; minute < 10; minute += 1) {
      for (const { id, vss } of simulation.vms()) seen.get(id)?.add(vss.status)
      await clock.advance(60_000)
    }
    simulation.stop()
    expect([...seen].filter(([, statuses]) => statuses.size > 1).map(([id]) => id)).toEqual([labVmId.nightly])
  })

  it('answers after it was offered, unless the guest has a reason of its own', async () => {
    const machine = openSimulatedMachine({ vss: { enabled: false, status: 'NoContact' } })
    const { service } = over(machine)
    const before = await service()
    await machine.end(machine.simulation.enableBackupService(machine.vmId))
    expect([before, await service()]).toEqual(['disabled', 'silent'])
  })
})

describe('The log of the simulated host', () => {
  it.each([
    ['en-US', /^'ONE': the guest could not .* \(Virtual machine ID 5A7E00AA-/],
    ['de-DE', /^"ONE": Der Gast konnte .* \(ID des virtuellen Computers: 5A7E00AA-/],
  ] as const)('says in %s that a production checkpoint was none', async (culture, message) => {
    const vss = { enabled: true, status: 'NoContact' } as const
    const machine = openSimulatedMachine({ vss }, { culture })
    const since = new Date(machine.clock.now()).toISOString()
    await machine.take('One')
    expect(await over(machine).host.readLastEvent(VmId.parse(machine.vmId), since)).toMatch(message)
  })

  it.each<[CheckpointType, 'Running' | 'Off' | 'Paused', 'Ok' | 'NoContact']>([
    ['Production', 'Running', 'Ok'],
    ['Production', 'Off', 'NoContact'],
    ['Production', 'Paused', 'NoContact'],
    ['Standard', 'Running', 'NoContact'],
  ])('says nothing of a checkpoint under %s of a machine that is %s (%s)', async (type, state, status) => {
    const machine = openSimulatedMachine({ checkpointType: type, state, vss: { enabled: true, status } })
    await machine.take('One')
    expect(machine.simulation.events()).toEqual([])
  })

  it('tells the last of what it says of that machine since then, and keeps no more than a log holds', async () => {
    const machine = openSimulatedMachine({ vss: { enabled: false, status: 'Ok' } })
    const { host } = over(machine)
    await machine.take('One')
    const since = new Date(machine.clock.now() + 1).toISOString()
    const later = await host.readLastEvent(VmId.parse(machine.vmId), since)
    for (let count = 0; count < 210; count += 1) {
      const id = await machine.take('Another')
      await machine.end(machine.simulation.removeCheckpoint(machine.vmId, id, false))
    }
    expect([later, machine.simulation.events().length]).toEqual([null, 200])
  })
})

describe('A fault of the simulated host', () => {
  const refused = { errorId: 'OperationFailed', category: 'NotSpecified', message: 'No.', times: 1 }

  it('can strike between a checkpoint and its name', async () => {
    const machine = openSimulatedMachine()
    machine.faults.plan({ verb: 'create-taken', ...refused })
    expect(await machine.end(machine.simulation.createCheckpoint(machine.vmId, 'Mine'))).toMatch(/^Operation/)
    expect(machine.vm().checkpoints.map(({ name }) => name)).toEqual([expect.stringMatching(/^ONE - \(/)])
  })

  it.each([
    ['change-settings', 'Production'],
    ['settings-changed', 'Standard'],
  ] as const)('can strike at %s, when the policy is %s', async (verb, checkpointType) => {
    const machine = openSimulatedMachine()
    machine.faults.plan({ verb, ...refused })
    const change = machine.simulation.changeSettings(machine.vmId, { checkpointType: 'Standard' })
    expect([await machine.end(change), machine.vm().checkpointType]).toEqual([
      'OperationFailed/NotSpecified',
      checkpointType,
    ])
  })

  it('can keep the backup service from being offered', async () => {
    const machine = openSimulatedMachine({ vss: { enabled: false, status: 'Ok' } })
    machine.faults.plan({ verb: 'enable-backup-service', ...refused })
    expect(await machine.end(machine.simulation.enableBackupService(machine.vmId))).toMatch(/^Operation/)
    expect(machine.vm().vss.enabled).toBe(false)
  })
})

describe('The lab', () => {
  it('shows every kind of verdict, and each remedy', async () => {
    const clock = createManualClock()
    const host = createSimulatedHost(createSimulation({ lab: createLab(clock.now()), clock }), clock)
    const verdicts = await Promise.all(
      (await host.readAll()).vms.map(async (vm) =>
        worded(vm.name, verdictOf(vm, await host.readReadiness(vm.id))),
      ),
    )
    expect(verdicts.filter((each) => !each.startsWith('ARCHIVE'))).toEqual([
      'DC01: production',
      'SQL-PROD: production',
      'WEB01: standard, service-silent',
      'WIN11-TEST: production',
      'BUILD-AGENT: offline',
      'LEGACY-ERP: refused, allow-standard',
      'Ubuntu 24.04 ✓ 日本語: standard, paused',
      'Kassensystem Füssen: refused, enable-checkpoints',
      'DC02 (replica): refused',
      'קבצים FILES ملفات: production',
      'MAIL01: refused',
      expect.stringMatching(/^O'Brien .*: standard, saved$/),
      'RENDER-GPU: refused',
      'Wissensportal: standard, service-disabled',
      'Zentralbuchhaltung: refused, enable-backup-service, allow-standard',
      'YOCTO-NIGHTLY: production',
    ])
  })
})

function over(machine: SimulatedMachine): {
  readonly host: HyperVHost
  readonly service: () => Promise<string>
} {
  const host = createSimulatedHost(machine.simulation, machine.clock)
  const service = async (): Promise<string> =>
    (await host.readReadiness(VmId.parse(machine.vmId))).backupService
  return { host, service }
}

function worded(name: string, verdict: Verdict): string {
  if (verdict.kind === 'standard') return `${name}: standard, ${verdict.why}`
  const remedies = verdict.kind === 'refused' ? verdict.remedies : []
  return `${name}: ${[verdict.kind, ...remedies].join(', ')}`
}
