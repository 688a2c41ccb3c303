import { describe, expect, it } from 'vitest'
import type { Hardware } from '#contract/machine-details'
import { hardwareDifferences } from '../../renderer/details/hardware-differences.ts'
import { exampleAdapter, exampleDisk, exampleHardware } from './support/example-details.ts'

const then = exampleHardware()

function changes(now: Partial<Hardware>, before: Hardware = then): readonly (readonly string[])[] {
  return hardwareDifferences(before, { ...before, ...now })
    .filter(({ isSame }) => !isSame)
    .map((difference) => [difference.what, difference.then, difference.now])
}

describe('settings then and now', () => {
  it('are the same for the same hardware, and each of them is told', () => {
    expect(hardwareDifferences(then, exampleHardware())).toEqual([
      { what: 'Processors', then: '4', now: '4', isSame: true },
      { what: 'Startup Memory', then: '4096 MB', now: '4096 MB', isSame: true },
      { what: 'Dynamic Memory', then: 'Enabled', now: 'Enabled', isSame: true },
      { what: 'Minimum Memory', then: '512 MB', now: '512 MB', isSame: true },
      { what: 'Maximum Memory', then: '8192 MB', now: '8192 MB', isSame: true },
      { what: 'Disk at SCSI 0:0', then: 'WIN11.vhdx, 127 GB', now: 'WIN11.vhdx, 127 GB', isSame: true },
      {
        what: 'Connection of Network Adapter',
        then: 'Default Switch',
        now: 'Default Switch',
        isSame: true,
      },
      { what: 'MAC address of Network Adapter', then: 'Dynamic', now: 'Dynamic', isSame: true },
    ])
  })

  it('differ where processors and memory were changed', () => {
    const memory = { ...then.memory, startup: 8_589_934_592 }
    expect(changes({ processors: 8, memory })).toEqual([
      ['Processors', '4', '8'],
      ['Startup Memory', '4096 MB', '8192 MB'],
    ])
  })

  it('tell no range of a memory that is not dynamic, whatever Hyper-V keeps of it', () => {
    const before = { ...then, memory: { ...then.memory, isDynamic: false } }
    expect(changes({ memory: { ...before.memory, maximum: 1 } }, before)).toEqual([])
    expect(changes({ memory: then.memory }, before)).toEqual([
      ['Dynamic Memory', 'Disabled', 'Enabled'],
      ['Minimum Memory', 'Not there', '512 MB'],
      ['Maximum Memory', 'Not there', '8192 MB'],
    ])
  })

  it('do not differ because a checkpoint gave a disk another file on top', () => {
    expect(changes({ disks: [exampleDisk(['WIN11_7.avhdx', 'WIN11.vhdx'])] })).toEqual([])
  })

  it('name a disk that came, one that went, and one that is another', () => {
    const before = exampleHardware({
      disks: [exampleDisk(['A.vhdx']), exampleDisk(['B.vhdx'], { controllerLocation: 1 })],
    })
    const disks = [
      exampleDisk(['C.vhdx'], { isShared: true }),
      exampleDisk([], { controllerType: 'IDE', diskNumber: 2 }),
    ]
    expect(changes({ disks }, before)).toEqual([
      ['Disk at SCSI 0:0', 'A.vhdx, 127 GB', 'C.vhdx, 127 GB, shared'],
      ['Disk at SCSI 0:1', 'B.vhdx, 127 GB', 'Not there'],
      ['Disk at IDE 0:0', 'Not there', 'Pass-through disk 2'],
    ])
  })

  it('name what changed of an adapter, and not the addresses of the guest', () => {
    const networkAdapters = [
      exampleAdapter({ switchName: null, isMacAddressDynamic: false, ipAddresses: ['10.0.0.1'] }),
    ]
    expect(changes({ networkAdapters })).toEqual([
      ['Connection of Network Adapter', 'Default Switch', 'Not connected'],
      ['MAC address of Network Adapter', 'Dynamic', '00-15-5D-01-0A-0B'],
    ])
  })

  it('tell adapters of one name apart', () => {
    const networkAdapters = [exampleAdapter(), exampleAdapter({ switchName: 'Lab' })]
    expect(changes({ networkAdapters })).toEqual([
      ['Connection of Network Adapter (2)', 'Not there', 'Lab'],
      ['MAC address of Network Adapter (2)', 'Not there', 'Dynamic'],
    ])
  })
})
