import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Vm } from '#contract/model'
import {
  exampleAdapter,
  exampleCheckpointDetails,
  exampleDisk,
  exampleHardware,
  exampleThumbnail,
  exampleVmDetails,
} from './support/example-details.ts'
import { checkpointId, exampleVm, host, vmId, vmWithTree } from './support/examples.ts'
import { accessibleName, openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow
/** What was asked for of one machine or checkpoint, in the order in which it was. */
let asked: string[]

async function open(vms: readonly Vm[] = [vmWithTree()]): Promise<void> {
  window = await openWindow(vms)
  asked = []
  answer('vm.details', () => exampleVmDetails())
  answer('checkpoint.details', (id) => exampleCheckpointDetails(id ?? checkpointId(1)))
  answer('vm.thumbnail', () => null)
}

type Id = ReturnType<typeof checkpointId>

function answer(name: string, value: (id: Id | undefined) => unknown): void {
  window.bridge.answer(name, (input: { readonly vmId: string; readonly checkpointId?: Id }) => {
    asked.push(`${name} ${input.checkpointId ?? input.vmId}`)
    return value(input.checkpointId)
  })
}

beforeEach(() => open())

afterEach(() => {
  window.close()
})

/** What the shown tab says, part by part. */
function pane(): string {
  const panel = document.querySelector('[role="tabpanel"][data-state="active"]')
  if (panel === null) return ''
  const parts: string[] = []
  const texts = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT)
  while (texts.nextNode() !== null) parts.push((texts.currentNode.nodeValue ?? '').trim())
  return parts.filter((part) => part !== '').join(' ')
}

function cells(table: string): readonly (readonly string[])[] {
  return [...window.get('table', table).querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()),
  )
}

/** By the keyboard, as a tab is reached. */
async function chooseTab(name: string): Promise<void> {
  for (const tab of window.all('tab')) {
    if (tab.getAttribute('data-state') === 'active') tab.focus()
  }
  for (let step = 0; step < 6 && document.activeElement?.textContent.trim() !== name; step += 1)
    await window.press('ArrowRight')
  expect(window.get('tab', name).getAttribute('aria-selected')).toBe('true')
}

describe('the tabs', () => {
  it('are those of a machine and those of a checkpoint, and each kind remembers its own', async () => {
    await window.click('gridcell', 'WIN11-TEST')
    expect(window.all('tab').map(accessibleName)).toEqual(['Summary', 'Disks', 'Memory', 'Networking'])
    await chooseTab('Memory')
    await window.click('treeitem', 'Clean install')
    expect(window.all('tab').map(accessibleName)).toEqual(['Summary', 'Disks', 'Settings then and now'])
    expect(window.get('tab', 'Summary').getAttribute('aria-selected')).toBe('true')
    await chooseTab('Disks')
    await window.click('treeitem', 'Now')
    expect(window.get('tab', 'Memory').getAttribute('aria-selected')).toBe('true')
    await window.click('treeitem', 'Office and tools installed')
    expect(window.get('tab', 'Disks').getAttribute('aria-selected')).toBe('true')
  })
})

describe('a machine', () => {
  beforeEach(() => window.click('gridcell', 'WIN11-TEST'))

  it('shows at once what is known, and the rest in its place when it is read', async () => {
    const terms = (): readonly (string | null)[] =>
      [...document.querySelectorAll('[role=tabpanel] dt')].map(({ textContent }) => textContent)
    window.close()
    await open()
    const release = window.bridge.delay('vm.details')
    await window.click('gridcell', 'WIN11-TEST')
    const before = terms()
    expect(pane()).toContain('Heartbeat Reading…')
    release()
    await expect.poll(pane).toContain('Heartbeat OK (Applications Healthy)')
    expect([terms(), pane()]).toEqual([before, expect.stringContaining('Clustered No')])
  })

  it('has the picture of its screen, called by its name, where the host draws one', async () => {
    window.get('img', 'No picture of the screen')
    answer('vm.thumbnail', () => exampleThumbnail)
    await window.press('F5')
    await expect.poll(() => window.find('img', 'Screen of WIN11-TEST')?.tagName).toBe('CANVAS')
  })

  it('has its disks with the chain of each, what grows first, and whose each file is', async () => {
    await chooseTab('Disks')
    await expect.poll(() => window.find('table', 'Files of SCSI 0:0')?.textContent).toContain('Clean install')
    const folder = 'D:\\Virtual Machines\\WIN11-TEST'
    expect(cells('Files of SCSI 0:0').map((row) => row.slice(0, 4))).toEqual([
      ['WIN11_3.avhdx', folder, 'Now: it grows', '1 GB'],
      ['WIN11_2.avhdx', folder, 'Office and tools installed', '2 GB'],
      ['WIN11.vhdx', folder, 'Clean install', '3 GB'],
    ])
    expect(pane()).toContain('3 files, 6 GB in all')
  })

  it('says of a disk that is no file, or is shared, that checkpoints leave it out', async () => {
    const disks = [
      exampleDisk([], { diskNumber: 2 }),
      exampleDisk(['Shared.vhdx'], { controllerLocation: 1, isShared: true }),
    ]
    answer('vm.details', () => exampleVmDetails({ hardware: exampleHardware({ disks }) }))
    await chooseTab('Disks')
    await expect.poll(pane).toContain('Pass-through disk 2: it is no file, and checkpoints leave it out.')
    expect(pane()).toContain('Shared with other virtual machines: checkpoints leave it out.')
  })

  it('has its memory', async () => {
    await chooseTab('Memory')
    await expect
      .poll(() => [...document.querySelectorAll('[role=tabpanel] dd')].map((fact) => fact.textContent))
      .toEqual(['4096 MB', 'Enabled', '512 MB', '8192 MB', '8192 MB', '3072 MB'])
  })

  it('has its network adapters', async () => {
    const networkAdapters = [
      exampleAdapter({ ipAddresses: ['192.168.1.20', 'fe80::1'] }),
      exampleAdapter({ name: 'Lab', switchName: null, isMacAddressDynamic: false }),
    ]
    answer('vm.details', () => exampleVmDetails({ hardware: exampleHardware({ networkAdapters }) }))
    await chooseTab('Networking')
    await expect.poll(() => window.find('table', 'Network adapters')).not.toBeNull()
    expect(cells('Network adapters')).toEqual([
      ['Network Adapter', 'Default Switch', '00-15-5D-01-0A-0B (dynamic)', '192.168.1.20, fe80::1'],
      ['Lab', 'Not connected', '00-15-5D-01-0A-0B', 'None reported'],
    ])
  })
})

describe('a checkpoint', () => {
  beforeEach(async () => {
    await window.click('gridcell', 'WIN11-TEST')
    await window.click('treeitem', 'Office and tools installed')
  })

  it('tells what it takes on the disk', async () => {
    await expect.poll(pane).toContain('Takes 9 GB (disks 1 GB, state 8 GB)')
  })

  it('has its disks as they stand still, and its own files', async () => {
    await chooseTab('Disks')
    await expect.poll(() => window.find('table', 'Files of SCSI 0:0')?.textContent).toContain('Clean install')
    expect(cells('Files of SCSI 0:0').map((row) => [row[0], row[2]])).toEqual([
      ['WIN11_2.avhdx', 'Office and tools installed'],
      ['WIN11.vhdx', 'Clean install'],
    ])
    expect(cells('Configuration and saved state').map((row) => [row[0], row[2]])).toEqual([
      ['A.vmcx', '32 KB'],
      ['A.vmrs', '8 GB'],
    ])
    expect(pane()).toContain('4 files, 11 GB in all')
  })

  it('says that nothing has changed since, and shows all where that is asked for', async () => {
    await chooseTab('Settings then and now')
    await expect.poll(pane).toContain('Nothing has changed since.')
    expect(window.all('table')).toEqual([])
    await window.click('checkbox', 'Show what is the same too')
    expect(cells('Settings then and now')[0]).toEqual(['Processors', '4', '4'])
  })

  it('says what has changed since, and only that', async () => {
    answer('vm.details', () => exampleVmDetails({ hardware: exampleHardware({ processors: 8 }) }))
    await chooseTab('Settings then and now')
    await expect.poll(() => window.find('table', 'Settings then and now')).not.toBeNull()
    expect(cells('Settings then and now')).toEqual([['Processors', '4', '8']])
  })
})

describe('what costs the host a question', () => {
  it('is asked for only where somebody rests, and only what the tab shows', async () => {
    await window.click('gridcell', 'WIN11-TEST')
    await window.click('treeitem', 'Clean install')
    await window.click('treeitem', 'Before KB5049981')
    await window.click('treeitem', 'Office and tools installed')
    await expect
      .poll(() => asked)
      .toEqual([`checkpoint.details ${checkpointId(2)}`, `vm.thumbnail ${checkpointId(2)}`])
  })

  it('is not asked for again where it was answered, until the machine is another', async () => {
    const vm = vmWithTree()
    await window.click('gridcell', 'WIN11-TEST')
    await chooseTab('Memory')
    await expect.poll(pane).toContain('3072 MB')
    await chooseTab('Networking')
    await window.click('treeitem', 'Clean install')
    await expect.poll(() => asked.at(-1)).toBe(`vm.thumbnail ${checkpointId(1)}`)
    await window.click('treeitem', 'Now')
    window.bridge.emit({ name: 'vm.changed', payload: { ...vm, statusText: 'Still well' } })
    await chooseTab('Memory')
    expect(pane()).toContain('3072 MB')
    answer('vm.details', () => exampleVmDetails({ memoryDemand: 1_073_741_824 }))
    window.bridge.emit({ name: 'vm.changed', payload: { ...vm, state: 'Paused' } })
    await expect.poll(pane).toContain('1024 MB')
    expect(asked.filter((each) => each === `vm.details ${vmId(1)}`)).toHaveLength(2)
  })

  it('is never shown for another when the answer is late', async () => {
    window.close()
    await open([vmWithTree(), exampleVm(2)])
    answer('vm.details', () => exampleVmDetails({ heartbeat: 'lost-communication' }))
    const releaseFirst = window.bridge.delay('vm.details')
    await window.click('gridcell', 'WIN11-TEST')
    await expect.poll(() => asked).toContain(`vm.details ${vmId(1)}`)
    answer('vm.details', () => exampleVmDetails({ vmId: vmId(2), heartbeat: 'no-contact' }))
    const releaseSecond = window.bridge.delay('vm.details')
    await window.click('gridcell', 'VM-2')
    await expect.poll(() => asked).toContain(`vm.details ${vmId(2)}`)
    releaseFirst()
    await window.settle()
    expect(pane()).toContain('Heartbeat Reading…')
    releaseSecond()
    await expect.poll(pane).toContain('Heartbeat No Contact')
  })

  it('is not taken from before a change when that answer comes last', async () => {
    answer('vm.details', () => exampleVmDetails({ heartbeat: 'no-contact' }))
    const releaseFirst = window.bridge.delay('vm.details')
    await window.click('gridcell', 'WIN11-TEST')
    await expect.poll(() => asked).toContain(`vm.details ${vmId(1)}`)
    const releaseSecond = window.bridge.delay('vm.details')
    answer('vm.details', () => exampleVmDetails({ heartbeat: 'off' }))
    window.bridge.emit({ name: 'vm.changed', payload: vmWithTree({ state: 'Off' }) })
    await expect.poll(() => asked.filter((each) => each.startsWith('vm.details'))).toHaveLength(2)
    releaseSecond()
    await expect.poll(pane).toContain('Heartbeat Off')
    releaseFirst()
    await window.settle()
    expect(pane()).toContain('Heartbeat Off')
  })

  it('says in its place why it could not be read, and is tried again when that is asked for', async () => {
    window.bridge.refuse('vm.details', { code: 'timeout', message: 'Hyper-V did not answer in time.' })
    await window.click('gridcell', 'WIN11-TEST')
    await chooseTab('Disks')
    await expect.poll(pane).toContain('Hyper-V did not answer in time.')
    await window.click('button', 'Try Again')
    await expect.poll(pane).toContain('3 files, 6 GB in all')
    expect(pane()).not.toContain('Hyper-V did not answer in time.')
  })

  it('keeps what was read where reading it again fails, and says so', async () => {
    await window.click('gridcell', 'WIN11-TEST')
    await chooseTab('Memory')
    await expect.poll(pane).toContain('3072 MB')
    window.bridge.refuse('vm.details', { code: 'timeout', message: 'Hyper-V did not answer in time.' })
    window.bridge.emit({ name: 'vm.changed', payload: vmWithTree({ state: 'Paused' }) })
    await expect.poll(pane).toContain('Hyper-V did not answer in time.')
    expect(pane()).toContain('3072 MB')
  })
})

describe('a path', () => {
  beforeEach(async () => {
    await window.click('gridcell', 'WIN11-TEST')
    await chooseTab('Disks')
    await expect.poll(() => window.find('button', 'Copy the path of WIN11.vhdx')).not.toBeNull()
  })

  it('can be copied, and that is said', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await window.click('button', 'Copy the path of WIN11.vhdx')
    expect(writeText).toHaveBeenCalledWith('D:\\Virtual Machines\\WIN11-TEST\\WIN11.vhdx')
    expect(window.all('status').map((element) => element.textContent)).toContain('Copied')
  })

  it('can be shown in the system’s window of folders, and a refusal is shown', async () => {
    window.bridge.refuse('folder.show', { code: 'not-allowed', message: 'There is no such file any more.' })
    await window.click('button', 'Show WIN11.vhdx in its folder')
    expect(window.bridge.requests).toEqual([
      { name: 'folder.show', input: { path: 'D:\\Virtual Machines\\WIN11-TEST\\WIN11.vhdx' } },
    ])
    expect(document.body.textContent).toContain('There is no such file any more.')
  })

  it('is not offered to be shown on the demo host, whose files are on no disk', async () => {
    window.bridge.emit({ name: 'host.changed', payload: { ...host, kind: 'demo' } })
    await window.settle()
    expect(window.find('button', 'Show WIN11.vhdx in its folder')).toBeNull()
  })
})
