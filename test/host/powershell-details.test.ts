import { describe, expect, it, onTestFinished } from 'vitest'
import { CheckpointName, CheckpointNotes } from '#contract/inputs'
import { CheckpointId } from '#contract/model'
import { checkpointDetailsOf, vmDetailsOf } from '../../electron/hyperv/simulated/details-of.ts'
import type { Parameters } from '../../electron/hyperv/powershell/request-line.ts'
import type { Verb } from '../../electron/hyperv/powershell/verbs.ts'
import { screenOf } from '../../electron/hyperv/simulated/screen-of.ts'
import type { SimulatedCheckpoint, SimulatedVm } from '../../electron/hyperv/simulated/simulation.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { openStandInHost, type StandInHost, type StandInOptions } from '../stand-in/open-stand-in-host.ts'
import { openStandInSession } from '../stand-in/open-stand-in-session.ts'
import { createHostLab } from '../support/host-lab.ts'
import { canConstrain, constrained } from '../support/constrained-pwsh.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { endOf } from './suite/workbench.ts'

const powershell = findPwsh()
const reason =
  powershell === null ? ' (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)' : ''

describe.skipIf(powershell === null)(`What a machine is made of${reason}`, () => {
  it('is told all the same where the disks form a ring', async () => {
    const { host, lab } = await open({ environment: { SAVEPOINT_STAND_IN_DISKS: 'looping' } })
    const { hardware } = await host.readVmDetails(lab.role.webServer)
    expect(hardware.disks.map(({ chain }) => chain.length)).toEqual([2])
  })

  it('keeps neither the list nor a change waiting where storage does not answer', async () => {
    const { host, lab } = await open({ environment: { SAVEPOINT_STAND_IN_DISKS: 'hanging' } })
    const ends: string[] = []
    const details = endOf(host.readVmDetails(lab.role.webServer)).then((end) => ends.push(end))
    await host.readAll()
    const { id } = checkpointOf(lab.vms, 'Before CU 14')
    const checkpoint = { vmId: lab.role.database, checkpointId: CheckpointId.parse(id) }
    await host.changeCheckpointNotes(checkpoint, CheckpointNotes.parse('Meanwhile'))
    expect((await host.readVm(lab.role.database))?.checkpoints.map(({ notes }) => notes)).toContain(
      'Meanwhile',
    )
    expect(ends).toEqual([])
    await host.close()
    await details
    expect(ends).toEqual(['host-lost'])
  })

  it('opens no file again for a checkpoint that shares it, unless it is asked for afresh', async () => {
    const { vms, role } = createHostLab(systemClock.now())
    const { session, server } = await openStandInSession(powershell ?? '', vms)
    const vmId = role.archive
    const checkpoint = { vmId, checkpointId: checkpointOf(vms, 'Second try').id }
    const opened = async (verb: Verb, parameters: Parameters): Promise<number> => {
      const before = server.costlyReads.get('Get-VHD') ?? 0
      await session.run(verb, parameters)
      return (server.costlyReads.get('Get-VHD') ?? 0) - before
    }
    // Each of the two disks is of five files now, and was of two then.
    expect([
      await opened('vm-details', { vmId }),
      await opened('checkpoint-details', { ...checkpoint, afresh: false }),
      await opened('checkpoint-details', { ...checkpoint, afresh: true }),
      await opened('vm-details', { vmId }),
    ]).toEqual([10, 0, 4, 10])
  })

  it('is refused where the machine goes while it is looked at', async () => {
    const gone = '5a7e0003-1c0d-4e5a-9b01-00000000a003'
    const { host, lab } = await open({ environment: { SAVEPOINT_STAND_IN_VANISHING_VM: gone } })
    expect([
      await endOf(host.readVmDetails(lab.role.webServer)),
      await endOf(host.readVmDetails(lab.role.database)),
    ]).toEqual(['vm-not-found', 'done'])
  })

  it('is the same on a host in another language', async () => {
    const environment = { SAVEPOINT_STAND_IN_CULTURE: 'de-DE' }
    const { host, lab } = await open({ culture: 'de-DE', environment })
    const vm = lab.vms.find(({ id }) => id === lab.role.clustered)!
    expect(await host.readVmDetails(lab.role.clustered)).toEqual(vmDetailsOf(vm))
  })

  it('lacks the screen of a checkpoint where CIM does not answer, and has its files where Hyper-V puts them', async () => {
    const environment = { SAVEPOINT_STAND_IN_CIM: 'invalid-namespace' }
    const { host, lab } = await open({ environment })
    const vm = lab.vms.find(({ id }) => id === lab.role.tester)!
    const checkpoint = checkpointOf(lab.vms, 'Before KB5049981')
    const checkpointId = CheckpointId.parse(checkpoint.id)
    expect(await host.readCheckpointDetails({ vmId: lab.role.tester, checkpointId })).toEqual(
      checkpointDetailsOf(vm, checkpoint),
    )
    expect(await host.readThumbnail(lab.role.tester, checkpointId)).toBeNull()
  })

  it.skipIf(!canConstrain)(
    'is told whole in Constrained Language Mode, and notes are changed there',
    async () => {
      const { host, lab } = await open(constrained)
      const vm = lab.vms.find(({ id }) => id === lab.role.tester)!
      const checkpoint = checkpointOf(lab.vms, 'Before KB5049981')
      const ref = { vmId: lab.role.tester, checkpointId: CheckpointId.parse(checkpoint.id) }
      expect(await host.readVmDetails(ref.vmId)).toEqual(vmDetailsOf(vm))
      expect(await host.readCheckpointDetails(ref)).toEqual(checkpointDetailsOf(vm, checkpoint))
      const thumbnail = await host.readThumbnail(ref.vmId, ref.checkpointId)
      expect(Buffer.from(thumbnail?.pixels ?? '', 'base64')).toEqual(Buffer.from(screenOf(vm, checkpoint)!))
      const notes = CheckpointNotes.parse('Zwei Zeilen,\nmit “Anführung” & <Klammern>')
      await host.changeCheckpointNotes(ref, notes)
      await host.renameCheckpoint(ref, CheckpointName.parse('Noted'))
      expect((await host.readVm(ref.vmId))?.checkpoints.find(({ name }) => name === 'Noted')?.notes).toBe(
        notes,
      )
    },
  )
})

function checkpointOf(vms: readonly SimulatedVm[], name: string): SimulatedCheckpoint {
  const found = vms.flatMap(({ checkpoints }) => checkpoints).find((each) => each.name === name)
  if (found === undefined) throw new Error(`The lab has no checkpoint “${name}”.`)
  return found
}

async function open(options: Partial<StandInOptions>): Promise<StandInHost> {
  const opened = await openStandInHost({ powershell: powershell ?? '', ...options })
  onTestFinished(opened.close)
  await opened.host.connect()
  return opened
}
