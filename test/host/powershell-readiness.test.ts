import { describe, expect, it, onTestFinished } from 'vitest'
import { costOf } from '#contract/checkpoint-cost'
import { forecastDelete } from '#contract/delete-forecast'
import type { VmCosts } from '#contract/machine-costs'
import type { VmId } from '#contract/model'
import type { Readiness } from '#contract/readiness'
import { costsOf } from '../../electron/hyperv/simulated/costs-of.ts'
import { labStorage } from '../../electron/hyperv/simulated/lab-storage.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { readinessOf } from '../../electron/hyperv/simulated/readiness-of.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { openStandInHost, type StandInHost, type StandInOptions } from '../stand-in/open-stand-in-host.ts'
import { openStandInSession } from '../stand-in/open-stand-in-session.ts'
import { canConstrain, constrained } from '../support/constrained-pwsh.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { createHostLab, type HostLab } from '../support/host-lab.ts'
import { endOf, ignoreProgress } from './suite/workbench.ts'

const powershell = findPwsh()
const reason =
  powershell === null ? ' (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)' : ''

const inConstrainedLanguageMode: readonly [string, Partial<StandInOptions>][] = canConstrain
  ? [['in Constrained Language Mode', constrained]]
  : []
const german = { culture: 'de-DE', environment: { SAVEPOINT_STAND_IN_CULTURE: 'de-DE' } } as const
const without = (...cmdlets: string[]): NodeJS.ProcessEnv => ({
  SAVEPOINT_STAND_IN_WITHOUT: cmdlets.join(','),
})
const cimOnly = without('Get-VMIntegrationService', 'Get-VMGpuPartitionAdapter')

describe.skipIf(powershell === null)(`What decides a checkpoint’s kind${reason}`, () => {
  it.each<[string, Partial<StandInOptions>]>([
    ['on a host in another language, where the services have other names', german],
    ['by CIM where the cmdlets are missing', { environment: cimOnly }],
    ...inConstrainedLanguageMode,
  ])('is told whole %s', async (_where, options) => {
    const { host, lab, simulation } = await open(options)
    const found: Readiness[] = []
    const expected: Readiness[] = []
    for (const vmId of machines(lab)) {
      found.push(withoutFree(await host.readReadiness(vmId)))
      expected.push(withoutFree(readinessOf(simulation.vm(vmId)!, simulation)))
    }
    expect(found).toEqual(expected)
    expect(new Set(found.map(({ backupService }) => backupService))).toEqual(
      new Set(['ok', 'degraded', 'silent', 'disabled', 'unknown']),
    )
  })

  it.each<[string, NodeJS.ProcessEnv]>([
    ['the cmdlet', {}],
    ['CIM', cimOnly],
  ])('is told of a machine that has no backup service, by %s', async (_way, environment) => {
    const absent = { ...environment, SAVEPOINT_STAND_IN_BACKUP_SERVICE: 'absent' }
    const { host, lab } = await open({ environment: absent })
    expect((await host.readReadiness(lab.role.webServer)).backupService).toBe('absent')
  })

  it('lacks what neither way tells, and nothing else', async () => {
    const environment = { ...cimOnly, SAVEPOINT_STAND_IN_CIM: 'invalid-namespace' }
    const { host, lab, simulation } = await open({ environment })
    const vmId = lab.role.clustered
    const readiness = readinessOf(simulation.vm(vmId)!, simulation)
    expect(await host.readReadiness(vmId)).toEqual({
      ...readiness,
      backupService: 'unknown',
      hasGpuPartition: null,
    })
  })

  it('lacks the sizes of volumes, and nothing else, where Windows does not tell them', async () => {
    const { host, lab, simulation } = await open({
      environment: { SAVEPOINT_STAND_IN_CIM: 'missing-Win32_Volume' },
    })
    const vmId = lab.role.archive
    const readiness = readinessOf(simulation.vm(vmId)!, simulation)
    const volumes = readiness.volumes.map(({ root }) => ({ root, size: null, free: null }))
    expect(await host.readReadiness(vmId)).toEqual({ ...readiness, volumes })
  })

  it('lacks the disks, and nothing else, where those can’t be read', async () => {
    const vanishing = '5a7e00fe-1c0d-4e5a-9b02-00000000c003'
    const { host, lab, simulation } = await open({
      environment: { SAVEPOINT_STAND_IN_VANISHING_VM: vanishing },
    })
    const vmId = lab.role.clustered
    const readiness = readinessOf(simulation.vm(vmId)!, simulation)
    expect(await host.readReadiness(vmId)).toEqual({ ...readiness, sharedDisks: 0 })
  })

  it('is told while storage that does not answer holds up what opens files', async () => {
    const { host, lab } = await open({ environment: { SAVEPOINT_STAND_IN_DISKS: 'hanging' } })
    const ends: string[] = []
    const hanging = [host.readCosts(lab.role.webServer), host.readStorage()].map((each) =>
      endOf(each).then((end) => ends.push(end)),
    )
    expect((await host.readReadiness(lab.resting('Running', 'answering'))).backupService).toBe('ok')
    expect(ends).toEqual([])
    await host.close()
    await Promise.all(hanging)
    expect(ends).toEqual(['host-lost', 'host-lost'])
  })

  it.each<[string, Partial<StandInOptions>]>([
    ['on a host in another language', german],
    ...inConstrainedLanguageMode,
  ])('changes, %s, when the service is turned on', async (_where, options) => {
    const { host, lab } = await open(options)
    const vmId = lab.resting('Running', 'turnedOff')
    const before = (await host.readReadiness(vmId)).backupService
    await host.enableBackupService(vmId)
    expect([before, (await host.readReadiness(vmId)).backupService]).toEqual(['disabled', 'ok'])
  })
})

describe.skipIf(powershell === null)(`What the host’s log says${reason}`, () => {
  it.each<[string, Partial<StandInOptions>, string]>([
    ['on a host in another language', german, 'Standardprüfpunkt'],
    ...inConstrainedLanguageMode.map(([where, options]): [string, Partial<StandInOptions>, string] => [
      where,
      options,
      'a standard checkpoint is created',
    ]),
  ])('is shown as it is %s', async (_where, options, words) => {
    const { host, since } = await fallenBack(options)
    const [silent, other] = since
    expect(await silent(host)).toContain(words)
    expect(await other(host)).toBeNull()
  })

  it('is nothing where there is no cmdlet for it', async () => {
    const { host, since } = await fallenBack({ environment: without('Get-WinEvent') })
    expect(await since[0](host)).toBeNull()
  })
})

describe.skipIf(powershell === null)(`What checkpoints cost${reason}`, () => {
  it('opens each file once, and tells of each checkpoint as soon as it is read', async () => {
    const { vms, role } = createHostLab(systemClock.now())
    const { session, simulation, server } = await openStandInSession(powershell ?? '', vms)
    const vmId = role.atLimit
    const { parts } = await session.run('costs', { vmId })
    const { disks, checkpoints } = costsOf(simulation.vm(vmId)!, simulation)
    const chains = [disks, ...checkpoints.map((each) => each.disks)].flat().flatMap(({ chain }) => chain)
    const files = new Set(chains.map(({ path }) => path))
    expect([parts.length, files.size, server.costlyReads.get('Get-VHD')]).toEqual([50, 51, 51])
  })

  it('is unknown where the disks of one checkpoint can’t be read, and the others are told', async () => {
    const own = createHostLab(systemClock.now())
    const broken = own.vms.find(({ id }) => id === own.role.tester)!.checkpoints[0]!.id
    const { host, lab, simulation } = await open({
      environment: { SAVEPOINT_STAND_IN_VANISHING_CHECKPOINT: broken },
    })
    const vmId = lab.role.tester
    const costs = await host.readCosts(vmId)
    const whole = costsOf(simulation.vm(vmId)!, simulation)
    expect(inOrder(costs)).toEqual(
      inOrder({
        ...whole,
        checkpoints: whole.checkpoints.map((each) =>
          each.checkpointId === broken ? { ...each, files: [], disks: [] } : each,
        ),
      }),
    )
    expect(costOf(costs).total).toBeNull()
    const other = costs.checkpoints.find(({ checkpointId }) => checkpointId !== broken)!
    expect(forecastDelete(costs, new Set([other.checkpointId])).frees).toBeNull()
  })

  it.skipIf(!canConstrain)('is told whole in Constrained Language Mode', async () => {
    const { host, lab, simulation } = await open(constrained)
    const vmId = lab.role.archive
    expect(await host.readCosts(vmId)).toEqual(costsOf(simulation.vm(vmId)!, simulation))
  })
})

describe.skipIf(powershell === null)(`Disks that were left behind${reason}`, () => {
  it.each<[string, Partial<StandInOptions>]>([
    [
      'by the cmdlets where CIM has no such class',
      withFaultyCim('missing-Msvm_StorageAllocationSettingData'),
    ],
    ['by the cmdlets where CIM shows nothing', withFaultyCim('empty')],
    ...inConstrainedLanguageMode,
  ])('are found %s', async (_way, options) => {
    const { host } = await open({ ...options, lab: smallLab() })
    const { leftBehind, volumes } = await host.readStorage()
    expect(leftBehind).toEqual(labStorage.leftBehind)
    expect(volumes.map(({ root }) => root)).toEqual(labStorage.volumes.map(({ root }) => root))
  })

  it.each([
    ['CIM', {}],
    ['the cmdlets', { SAVEPOINT_STAND_IN_CIM: 'missing-Msvm_StorageAllocationSettingData' }],
  ])('are none where a checkpoint has disks that nobody tells, by %s', async (_way, environment) => {
    const untold = { ...environment, SAVEPOINT_STAND_IN_DISKS: 'untold' }
    const { host } = await open({ environment: untold, lab: smallLab() })
    expect((await host.readStorage()).leftBehind).toEqual([])
  })

  it('are not those of a checkpoint that is taken while the folders are looked through', async () => {
    const lab = smallLab()
    const vmId = oneToWorkOn(lab)
    const { host, simulation } = await open({ environment: { SAVEPOINT_STAND_IN_TAKING_VM: vmId }, lab })
    expect((await host.readStorage()).leftBehind).toEqual(labStorage.leftBehind)
    expect(simulation.vm(vmId)?.checkpoints.length).toBeGreaterThan(0)
  })
})

/** Without the many to work on: to find what nobody uses, every disk of every machine is looked at. */
function smallLab(): HostLab {
  const lab = createHostLab(systemClock.now())
  const kept = new Set([...createLab(systemClock.now()).map(({ id }) => id), oneToWorkOn(lab)])
  return { ...lab, vms: lab.vms.filter(({ id }) => kept.has(id)) }
}

function oneToWorkOn({ spare }: HostLab): VmId {
  return spare('off')[0]!
}

function withFaultyCim(fault: string): Partial<StandInOptions> {
  return { environment: { SAVEPOINT_STAND_IN_CIM: fault } }
}

/** One of each kind of service, a partition, a pass-through disk, a shared one, and a location on another drive. */
function machines({ role, resting }: StandInHost['lab']): readonly VmId[] {
  return [
    ...(['answering', 'degraded', 'silent', 'turnedOff'] as const).map((each) => resting('Running', each)),
    ...[role.gpu, role.legacy, role.clustered, role.ledger, role.archive],
  ]
}

function inOrder({ checkpoints, ...rest }: VmCosts): VmCosts {
  return {
    ...rest,
    checkpoints: checkpoints.toSorted((a, b) => a.checkpointId.localeCompare(b.checkpointId)),
  }
}

/** What is free changes while files are written. */
function withoutFree({ volumes, ...readiness }: Readiness): Readiness {
  return { ...readiness, volumes: volumes.map((each) => ({ ...each, free: null })) }
}

type AskLog = (host: StandInHost['host']) => Promise<string | null>

/** A host on which production was not possible for one machine, with what its log says of that one and of another. */
async function fallenBack(
  options: Partial<StandInOptions>,
): Promise<StandInHost & { readonly since: readonly [AskLog, AskLog] }> {
  const opened = await open(options)
  const since = new Date(systemClock.now()).toISOString()
  const [silent, other] = opened.lab.spare('withoutBackupService')
  await opened.host.createCheckpoint({ vmId: silent!, name: null, notes: null }, ignoreProgress)
  const ask =
    (vmId: VmId): AskLog =>
    (host) =>
      host.readLastEvent(vmId, since)
  return { ...opened, since: [ask(silent!), ask(other!)] }
}

async function open(options: Partial<StandInOptions>): Promise<StandInHost> {
  const opened = await openStandInHost({ powershell: powershell ?? '', ...options })
  onTestFinished(opened.close)
  await opened.host.connect()
  return opened
}
