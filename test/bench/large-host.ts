import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inAscii } from '../../electron/hyperv/powershell/request-line.ts'

/** The most virtual machines that Hyper-V runs on a host, with the most checkpoints that each may have. */
export const largeHost = { vms: 1_024, checkpoints: 50 } as const

/** A file with each machine of it as list.ps1 prints it, one a line, until it is removed. Fewer machines make a smaller host. */
export function writeLargeHost(vms: number = largeHost.vms): {
  readonly file: string
  readonly remove: () => void
} {
  const folder = mkdtempSync(join(tmpdir(), 'savepoint-bench-'))
  const file = join(folder, 'host.jsonl')
  const lines = Array.from({ length: vms }, (_, index) => inAscii(JSON.stringify(vmAnswer(index))))
  writeFileSync(file, `${lines.join('\n')}\n`)
  return {
    file,
    remove: () => {
      rmSync(folder, { recursive: true })
    },
  }
}

/** One of its machines, as list.ps1 and read-vm.ps1 print it before it is made ASCII. */
export function vmAnswer(vm: number): object {
  const folder = `D:\\Hyper-V\\Virtual Machines\\${nameOf(vm)}`
  return {
    cim: {
      ...{ id: idOf(vm, 0), name: nameOf(vm), enabledState: 2, otherEnabledState: '', healthState: 5 },
      ...{ operationalStatus: [2], statusDescriptions: ['Operating normally'], version: '10.0' },
      ...{ subType: 'Microsoft:Hyper-V:SubType:2', createdAt: momentOf(vm, 0), policy: 3, automatic: false },
      notes: 'Web shop, second stage. Ask the shop’s team before it is turned off.',
      ...{ location: folder, configurationFolder: folder, replicationMode: 0, jobs: [] },
      parentId: idOf(vm, largeHost.checkpoints),
      checkpoints: Array.from({ length: largeHost.checkpoints }, (_, index) => checkpointOf(vm, index + 1)),
    },
    figures: [vm % 100, 4_294_967_296, 3_600_000 + vm],
  }
}

/** Most hang under the one before; every tenth begins a branch. */
function checkpointOf(vm: number, index: number): object {
  const parent = index % 10 === 0 ? index - 5 : index - 1
  return {
    id: idOf(vm, index),
    name: `${nameOf(vm)} - (${momentOf(vm, index)})`,
    parentId: parent === 0 ? null : idOf(vm, parent),
    createdAt: momentOf(vm, index),
    type: 'Microsoft:Hyper-V:Snapshot:Realized',
    automatic: false,
    isSaved: index % 2 === 0,
    policy: 3,
    notes: 'Before the update',
  }
}

function idOf(vm: number, index: number): string {
  return `5a7e0000-${hexOf(vm)}-4e5a-9b02-00000000${hexOf(index)}`
}

function hexOf(number: number): string {
  return number.toString(16).padStart(4, '0')
}

function nameOf(vm: number): string {
  return `SHOP-${String(vm).padStart(4, '0')}`
}

function momentOf(vm: number, index: number): string {
  return new Date(Date.UTC(2026, 0, 1 + index, 0, 0, vm)).toISOString()
}
