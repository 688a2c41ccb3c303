import { describe, expect, it, onTestFinished } from 'vitest'
import type { Vm } from '#contract/model'
import type { HostReading } from '../../electron/core/ports.ts'
import { hostReading } from '../../electron/hyperv/powershell/host-reading.ts'
import { vmOfAnswer } from '../../electron/hyperv/powershell/list-of-reply.ts'
import { createVmReader, type VmReader } from '../../electron/hyperv/powershell/vm-reader.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { openStandInHost } from '../stand-in/open-stand-in-host.ts'
import { openStandInSession, type StandInSession } from '../stand-in/open-stand-in-session.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { createHostLab } from '../support/host-lab.ts'

const powershell = findPwsh()
const reason =
  powershell === null ? ' (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)' : ''
const lab = createHostLab(systemClock.now())
const { tester, fileServer } = lab.role

describe.skipIf(powershell === null)(`How the list is read${reason}`, () => {
  it('is by CIM, which asks nothing of any machine by itself', async () => {
    const { reader, server } = await open()
    const { vms } = await reader.readAll()
    expect(vms.length).toBe(lab.vms.length)
    expect(reader.reading()).toEqual({ strategy: 'cim', reason: null, detail: '' })
    expect([...server.costlyReads]).toEqual([])
  })

  it.each<[string, string, HostReading['reason']]>([
    ['has no namespace', 'invalid-namespace', 'query-failed'],
    ['lacks a class', 'missing-Msvm_SummaryInformation', 'query-failed'],
    ['shows nothing of what is there', 'empty', 'no-rows'],
    ['lacks a property', 'properties-missing', 'properties-missing'],
  ])('is by the cmdlets where CIM %s, and finds the same', async (_which, fault, why) => {
    const { reader, server } = await open({ SAVEPOINT_STAND_IN_CIM: fault })
    const { vms, unread } = await reader.readAll()
    expect([unread, vms.map(({ name }) => name)]).toEqual([[], lab.vms.map(({ name }) => name)])
    expect(reader.reading()).toMatchObject({ strategy: 'cmdlets', reason: why })
    // By the cmdlets each machine costs at least this one, and there is no way around it.
    expect(server.costlyReads.get('ParentSnapshotId')).toBeGreaterThanOrEqual(lab.vms.length)
  })

  it('is the same model either way, to the last field', async () => {
    const [byCim, byCmdlets] = await Promise.all([
      open(),
      open({ SAVEPOINT_STAND_IN_CIM: 'missing-Msvm_SummaryInformation' }),
    ])
    const fromCim = (await byCim.reader.readAll()).vms
    expect(fromCim.map(withoutUptime)).toEqual((await byCmdlets.reader.readAll()).vms.map(withoutUptime))
  })

  it('is told by the host, once it has been read', async () => {
    const { host, close } = await openStandInHost({ powershell: powershell ?? '' })
    onTestFinished(close)
    await host.connect()
    const before = host.condition?.().reading
    await host.readAll()
    expect([before, host.condition?.().reading?.strategy]).toEqual([null, 'cim'])
  })

  it.each(['', 'missing-Msvm_SummaryInformation'])(
    'goes on past a machine that can’t be read (CIM: “%s”)',
    async (fault) => {
      const broken = { SAVEPOINT_STAND_IN_BROKEN_VM: fileServer, SAVEPOINT_STAND_IN_CIM: fault }
      const { reader } = await open(broken)
      const { vms, unread } = await reader.readAll()
      expect(unread.map(({ vmId }) => vmId)).toEqual([fileServer])
      expect(vms.map(({ id }) => id)).toEqual(
        lab.vms.map(({ id }) => id).filter((id) => id !== (fileServer as string)),
      )
    },
  )

  it('goes on past one that goes while the cmdlets list them, and takes nobody for gone who was not told', async () => {
    const environment = {
      SAVEPOINT_STAND_IN_VANISHING_VM: fileServer,
      SAVEPOINT_STAND_IN_CIM: 'missing-Msvm_SummaryInformation',
    }
    const { reader } = await open(environment)
    const before = await reader.readAll()
    const { vms, unread } = await reader.readAll()
    expect(before.unread).toEqual([])
    expect(unread).toMatchObject([{ vmId: null, failure: { code: 'vm-not-found' } }])
    expect(vms.map(({ id }) => id)).toEqual(lab.vms.map(({ id }) => id))
  })

  it('finds a machine of which CIM has no summary all the same, alone and among all', async () => {
    const { reader, session } = await open({ SAVEPOINT_STAND_IN_UNSUMMARIZED_VM: fileServer })
    const { vms, unread } = await reader.readAll()
    const { value } = await session.run('read-vm', { vmId: fileServer })
    expect([unread, vms.length, reader.reading()?.strategy]).toEqual([[], lab.vms.length, 'cim'])
    expect(vmOfAnswer(value)).toEqual(vms.find(({ id }) => id === fileServer))
  })

  it('stays by CIM after one machine that CIM does not tell enough of was asked for first', async () => {
    const { reader, session } = await open({ SAVEPOINT_STAND_IN_CIM: `properties-missing-${tester}` })
    const { value } = await session.run('read-vm', { vmId: tester })
    await reader.readAll()
    expect([vmOfAnswer(value).id, reader.reading()?.strategy]).toEqual([tester, 'cim'])
  })

  it('is all told again by a fresh PowerShell, and who went meanwhile is gone', async () => {
    const before = await open()
    const after = await open({}, lab.vms.slice(1))
    const sessions = [before.session, after.session]
    const reader = createVmReader(() => sessions[0]!.run, systemClock)
    const all = (await reader.readAll()).vms
    sessions.shift()
    const told: Vm[] = []
    const { vms } = await reader.readAll((vm) => told.push(vm))
    expect(told.length).toBe(lab.vms.length - 1)
    expect(vms.map(({ id }) => id)).toEqual(all.slice(1).map(({ id }) => id))
  })

  it('is refused to an account without rights that is shown an empty host, and believed of any other', async () => {
    const { session } = await open({ SAVEPOINT_STAND_IN_RIGHTS: 'empty' })
    const hello = await session.hello()
    const readAs = (rights: typeof hello.rights): Promise<unknown> =>
      hostReading(
        () => ({ ...session, hello: () => Promise.resolve({ ...hello, rights }) }),
        systemClock,
      ).readAll()
    await expect(readAs('none')).rejects.toMatchObject({ code: 'access-denied' })
    expect(await readAs('elevated')).toEqual({ vms: [], unread: [] })
  })

  it('shows what another PowerShell has done, at once for one machine and for all', async () => {
    const { host, lab: own, close } = await openStandInHost({ powershell: powershell ?? '' })
    onTestFinished(close)
    await host.connect()
    await host.readAll()
    const vmId = own.spare('off')[0]!
    const { checkpointId } = await host.createCheckpoint({ vmId, name: null, notes: null }, () => undefined)
    const one = await host.readVm(vmId)
    const told: Vm[] = []
    const { vms } = await host.readAll((vm) => told.push(vm))
    expect(one?.parentCheckpointId).toBe(checkpointId)
    expect(told.map(({ id }) => id)).toEqual([vmId])
    expect(vms.find(({ id }) => id === vmId)?.checkpoints).toEqual(one?.checkpoints)
  })
})

describe.skipIf(powershell === null)(`What a list costs the second time${reason}`, () => {
  /** Of those that run it is told when they started, which moves on where the clock of the simulated host stands still. */
  const resting = lab.vms.filter(({ uptime }) => uptime === 0)

  it.each(['', 'missing-Msvm_SummaryInformation'])(
    'is one short line where nothing changed (CIM: “%s”)',
    async (fault) => {
      const { session } = await open({ SAVEPOINT_STAND_IN_CIM: fault }, resting)
      const first = await linesOf(session)
      const second = await linesOf(session)
      expect(first.length).toBe(resting.length + 2)
      expect(second.length).toBe(1)
      expect(second.join('').length).toBeLessThan(1024)
    },
  )

  it.each(['', 'missing-Msvm_SummaryInformation'])(
    'is no question about services, partitions, volumes, files and the log, nor was the first time (CIM: “%s”)',
    async (fault) => {
      const { session, server } = await open({ SAVEPOINT_STAND_IN_CIM: fault }, resting)
      await linesOf(session)
      await linesOf(session)
      expect([...server.costlyReads.keys()].filter((each) => askedWhenSomebodyLooks.includes(each))).toEqual(
        [],
      )
      const vmId = lab.role.gpu
      await session.run('readiness', { vmId })
      await session.run('last-event', { vmId, since: new Date(0).toISOString() })
      await session.run('storage', {})
      expect([...server.costlyReads.keys()]).toEqual(expect.arrayContaining(askedWhenSomebodyLooks))
    },
  )

  it('is the one machine that changed', async () => {
    const { session, simulation, server } = await open({}, [
      ...resting,
      lab.vms.find(({ id }) => id === tester)!,
    ])
    await linesOf(session)
    await simulation.changeSettings(tester, { notes: 'Changed by somebody' })
    const [changed, end, ...more] = await linesOf(session)
    expect(more).toEqual([])
    expect(changed).toContain('Changed by somebody')
    expect(JSON.parse(end ?? '')).toMatchObject({ removed: [] })
    expect([...server.costlyReads]).toEqual([])
  })

  it('is everything where that is asked for', async () => {
    const { session } = await open()
    const first = await linesOf(session)
    expect((await linesOf(session, { afresh: true })).length).toBe(first.length)
  })

  it('leaves the objects of what did not change as they were', async () => {
    const { reader, simulation } = await open()
    const before = (await reader.readAll()).vms
    await simulation.changeSettings(tester, { notes: 'Changed by somebody' })
    const told: Vm[] = []
    const after = (await reader.readAll((vm) => told.push(vm))).vms
    const isSame = (vm: Vm, index: number): boolean => vm.checkpoints === before[index]?.checkpoints
    expect(told.map(({ id }) => id)).toEqual([tester])
    expect(after.filter((vm, index) => !isSame(vm, index)).map(({ id }) => id)).toEqual([tester])
  })
})

/** By what the stand-in module counts. */
const askedWhenSomebodyLooks = [
  'Get-VMIntegrationService',
  'Get-VMGpuPartitionAdapter',
  'Get-VHD',
  'Get-ChildItem',
  'Get-WinEvent',
  'Msvm_StorageAllocationSettingData',
  'Win32_Volume',
]

async function open(
  environment: NodeJS.ProcessEnv = {},
  vms = lab.vms,
): Promise<StandInSession & { readonly reader: VmReader }> {
  const opened = await openStandInSession(powershell ?? '', vms, environment)
  return { ...opened, reader: createVmReader(() => opened.session.run, systemClock) }
}

/** Every line of the answer, as JSON. */
async function linesOf(
  session: StandInSession['session'],
  parameters: { readonly afresh?: boolean } = {},
): Promise<readonly string[]> {
  const { parts, value } = await session.run('list', parameters)
  return [...parts, value].map((each) => JSON.stringify(each))
}

function withoutUptime(vm: Vm): object {
  return { ...vm, load: { ...vm.load, uptime: vm.load.uptime === null ? null : 'some' } }
}
