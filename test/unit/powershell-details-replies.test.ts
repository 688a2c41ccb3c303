import { describe, expect, it } from 'vitest'
import { CheckpointId, VmId } from '#contract/model'
import type { VmDetails } from '#contract/machine-details'
import {
  checkpointDetailsOfReply,
  thumbnailOfReply,
  vmDetailsOfReply,
} from '../../electron/hyperv/powershell/replies-of-details.ts'

const vmId = VmId.parse('11111111-1111-4111-8111-111111111111')
const checkpointId = CheckpointId.parse('22222222-2222-4222-8222-222222222222')

const disk = {
  controllerType: 'SCSI',
  controllerNumber: 0,
  controllerLocation: 1,
  diskNumber: null,
  isShared: false,
  capacity: 136_365_211_648,
  chain: [
    { path: 'D:\\DC01_1.avhdx', size: 4_194_304 },
    { path: 'D:\\DC01.vhdx', size: null },
  ],
}
const adapter = {
  name: 'Netzwerkkarte',
  switchName: 'External',
  macAddress: '00155D38A001',
  isMacAddressDynamic: true,
  ipAddresses: ['10.20.30.11'],
}
const memory = { startup: 4_294_967_296, isDynamic: false, minimum: 536_870_912, maximum: 1_099_511_627_776 }
const hardware = { processors: 2, memory, disks: [disk], networkAdapters: [adapter] }
const reply = { hardware, memoryDemand: 1_048_576, isClustered: false, heartbeat: 'OkApplicationsHealthy' }

const read = (changes: object): VmDetails => vmDetailsOfReply(vmId, { ...reply, ...changes })

describe('What PowerShell prints of a machine', () => {
  it('becomes the details of the contract', () => {
    expect(read({})).toEqual({
      vmId,
      hardware,
      memoryDemand: 1_048_576,
      isClustered: false,
      heartbeat: 'ok-applications-healthy',
    })
  })

  it.each([
    ['OkApplicationsCritical', 'ok-applications-critical'],
    ['OkApplicationsUnknown', 'ok-applications-unknown'],
    ['NoContact', 'no-contact'],
    ['LostCommunication', 'lost-communication'],
    ['Error', 'error'],
    ['', 'off'],
    ['Paused', 'paused'],
    ['Disabled', 'off'],
    ['Unknown', 'unknown'],
    ['32800', 'unknown'],
  ])('tells a heartbeat of “%s” as %s', (name, heartbeat) => {
    expect(read({ heartbeat: name }).heartbeat).toBe(heartbeat)
  })

  it('has no demand of a guest that does not say', () => {
    expect(read({ memoryDemand: 0 }).memoryDemand).toBeNull()
  })

  it.each([
    ['IDE', 'IDE'],
    ['PMEM', 'other'],
  ])('tells a controller of the type %s as %s', (name, controllerType) => {
    const [found] = read({ hardware: { ...hardware, disks: [{ ...disk, controllerType: name }] } }).hardware
      .disks
    expect(found).toEqual({ ...disk, controllerType })
  })

  it('has no switch of an adapter that is connected to none, and writes its address in one way', () => {
    const changed = { ...adapter, switchName: '', macAddress: '00-15-5d-38-a0-01' }
    const [found] = read({ hardware: { ...hardware, networkAdapters: [changed] } }).hardware.networkAdapters
    expect(found).toEqual({ ...adapter, switchName: null })
  })

  it.each([
    ['no hardware', { hardware: null }],
    ['a size that is a word', { hardware: { ...hardware, disks: [{ ...disk, capacity: '127 GB' }] } }],
    ['no heartbeat', { heartbeat: undefined }],
  ])('is refused with %s', (_what, changes) => {
    expect(() => read(changes)).toThrow('in a way that Savepoint does not understand')
  })
})

describe('What PowerShell prints of a checkpoint', () => {
  it('becomes the details of the contract', () => {
    const files = [{ path: 'D:\\Snapshots\\2.vmcx', size: null }]
    expect(checkpointDetailsOfReply({ vmId, checkpointId }, { hardware, files })).toEqual({
      vmId,
      checkpointId,
      hardware,
      files,
    })
  })
})

describe('What PowerShell prints of a screen', () => {
  const size = { width: 2, height: 1 }

  it('becomes Base64', () => {
    expect(thumbnailOfReply(size, { pixels: '0,248,31,255' })).toEqual({ ...size, pixels: 'APgf/w==' })
  })

  it.each(['', '0,248,31', '0,248,31,255,0'])('is none with other than two bytes a pixel: “%s”', (pixels) => {
    expect(thumbnailOfReply(size, { pixels })).toBeNull()
  })
})
