import { describe, expect, it } from 'vitest'
import { VmId } from '#contract/model'
import type { Readiness } from '#contract/readiness'
import {
  costsOfAnswer,
  eventOfReply,
  readinessOfReply,
  storageOfAnswer,
} from '../../electron/hyperv/powershell/replies-of-readiness.ts'

const vmId = VmId.parse('11111111-1111-4111-8111-111111111111')
const checkpointId = '22222222-2222-4222-8222-222222222222'
const volumes = [
  { root: 'E:\\', size: 100, free: 10 },
  { root: 'D:\\', size: 1_000, free: 100 },
]
const [e, d] = volumes
const service = { isThere: true, isEnabled: true, status: 2 }
const reply = {
  service,
  disks: [
    { path: 'D:\\A.vhdx', diskNumber: null, isShared: true },
    { path: 'Disk 3', diskNumber: 3, isShared: false },
  ],
  hasGpuPartition: null,
  isClustered: true,
  location: 'E:\\Checkpoints',
  volumes,
}
const read = (changes: object): Readiness => readinessOfReply(vmId, { ...reply, ...changes })
const notUnderstood = 'in a way that Savepoint does not understand'

describe('What PowerShell prints of what decides a checkpoint’s kind', () => {
  it('becomes the readiness of the contract', () => {
    expect(read({})).toEqual({
      vmId,
      backupService: 'ok',
      passThroughDisks: 1,
      sharedDisks: 1,
      hasGpuPartition: null,
      isClustered: true,
      volumes: [d, e],
    })
  })

  it.each([
    [{ status: 2 }, 'ok'],
    [{ status: 3 }, 'degraded'],
    [{ status: 6 }, 'silent'],
    [{ status: 7 }, 'silent'],
    [{ status: 12 }, 'silent'],
    [{ status: 13 }, 'silent'],
    [{ status: 32_775 }, 'silent'],
    [{ status: 32_784 }, 'silent'],
    [{ status: 32_896 }, 'disabled'],
    [{ status: null }, 'unknown'],
    [{ isEnabled: false }, 'disabled'],
    [{ isEnabled: false, status: null }, 'disabled'],
    [{ isThere: false, isEnabled: false, status: null }, 'absent'],
    [{ isThere: null, isEnabled: false, status: null }, 'unknown'],
    // By CIM alone it may be known how it does, and not whether it is offered: then nothing is claimed.
    [{ isThere: null, isEnabled: false, status: 2 }, 'unknown'],
  ])('tells a service with %o as %s', (changes, told) => {
    expect(read({ service: { ...service, ...changes } }).backupService).toBe(told)
  })

  it.each([
    ['no service', { service: undefined }],
    ['a partition that is a word', { hasGpuPartition: 'yes' }],
    ['a volume of a negative size', { volumes: [{ ...volumes[0], free: -1 }] }],
  ])('is refused with %s', (_what, changes) => {
    expect(() => read(changes)).toThrow(notUnderstood)
  })
})

const disk = {
  controllerType: 'PMEM',
  controllerNumber: 0,
  controllerLocation: 0,
  diskNumber: null,
  isShared: false,
  capacity: 64,
  chain: [{ path: 'D:\\A.vhdx', size: 8 }],
}

describe('What PowerShell prints of what checkpoints cost', () => {
  const part = { checkpointId, files: [{ path: 'E:\\C\\2.vmcx', size: null }], disks: [disk] }

  it('becomes the costs of the contract, with the volumes of all files', () => {
    expect(costsOfAnswer(vmId, { parts: [part], value: { disks: [disk], volumes } })).toEqual({
      vmId,
      disks: [{ ...disk, controllerType: 'other' }],
      checkpoints: [{ ...part, disks: [{ ...disk, controllerType: 'other' }] }],
      volumes: [d, e],
    })
  })

  it('is refused where a checkpoint makes no sense', () => {
    const parts = [part, { ...part, disks: null }]
    expect(() => costsOfAnswer(vmId, { parts, value: { disks: [], volumes } })).toThrow(notUnderstood)
  })
})

describe('What PowerShell prints of the host’s storage', () => {
  const parts = [
    { used: { path: 'D:\\A.vhdx', isRead: true } },
    { found: { path: 'D:\\OLD.avhdx', size: 5 } },
    { found: { path: 'D:\\A_1.avhdx', size: 6 } },
    { used: { path: 'D:\\A_1.avhdx', isRead: true } },
  ]

  it('becomes the storage of the contract: what is used is known when all was told', () => {
    expect(storageOfAnswer({ parts, value: { locations: ['E:\\Checkpoints'], volumes } })).toEqual({
      volumes: [d, e],
      leftBehind: [{ path: 'D:\\OLD.avhdx', size: 5 }],
    })
  })

  it('is refused where a line makes no sense, for it may have been a file that somebody uses', () => {
    const broken = [...parts, { used: { path: 'D:\\OLD.avhdx' } }]
    expect(() => storageOfAnswer({ parts: broken, value: { locations: [], volumes } })).toThrow(notUnderstood)
  })
})

it('What the host’s log says is shown as it is, and nothing where it says nothing', () => {
  expect([eventOfReply({ message: '„WEB01“: Fehler\r\n' }), eventOfReply({ message: null })]).toEqual([
    '„WEB01“: Fehler\r\n',
    null,
  ])
})
