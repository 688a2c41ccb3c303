import { afterEach, describe, expect, it } from 'vitest'
import { exampleCheckpoint, exampleVm, host, vmWithTree } from './support/examples.ts'
import { accessibleName, openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

describe('what there is to see where there is nothing', () => {
  it('says why Hyper-V can’t be reached, and not that there are no machines', async () => {
    window = await openWindow([])
    const problem = {
      code: 'module-missing',
      message: 'Hyper-V is not turned on. Turn on the Windows feature “Hyper-V” and restart the computer.',
    } as const
    window.bridge.emit({ name: 'host.changed', payload: { ...host, connection: 'lost', problem } })
    await window.settle()
    const pane = window.get('region', 'Virtual Machines').textContent
    expect([pane.includes(problem.message), pane.includes('No virtual machines')]).toEqual([true, false])
  })

  it('says that there are none on a host that answers', async () => {
    window = await openWindow([])
    expect(window.get('region', 'Virtual Machines').textContent).toContain(
      'No virtual machines were found on this server.',
    )
  })

  it('says what to select, and that a machine has no checkpoints', async () => {
    window = await openWindow([exampleVm(1)])
    const before = ['Checkpoints', 'Details'].map((pane) => window.get('region', pane).textContent)
    await window.click('gridcell', 'VM-1')
    expect(before).toEqual(['CheckpointsNo virtual machine selected.', 'DetailsNo item selected.'])
    expect(window.get('region', 'Checkpoints').textContent).toContain(
      'The selected virtual machine has no checkpoints.',
    )
  })

  it('marks the demo host as what it is, with the reason', async () => {
    window = await openWindow([vmWithTree()])
    window.bridge.emit({
      name: 'host.changed',
      payload: { ...host, kind: 'demo', demoReason: 'PowerShell was not found.' },
    })
    await window.settle()
    expect([
      window.get('region', 'Hosts').textContent,
      document.querySelector('footer')?.textContent,
    ]).toEqual([
      expect.stringContaining('Demo host'),
      expect.stringContaining('Demo host: PowerShell was not found.'),
    ])
  })
})

describe('what is selected', () => {
  it('heads the details pane by its name and tells what it is', async () => {
    window = await openWindow([vmWithTree()])
    await window.click('gridcell', 'WIN11-TEST')
    window.bridge.delay('checkpoint.details')
    await window.click('treeitem', 'Office and tools installed')
    const facts = window.get('region', 'Office and tools installed')
    expect([...facts.querySelectorAll('dd')].map((fact) => fact.textContent.trim())).toEqual([
      'Office and tools installed',
      expect.stringMatching(/^11\/12\/2026 /),
      'Standard, with memory',
      'Holds the disks and the memory of the running virtual machine.',
      'Clean install',
      'Reading…',
      'As it was then, memory and running programs included',
      expect.stringMatching(/^Before trying the beta driver/),
    ])
  })

  it('names a treeitem by the checkpoint alone, and describes it by the rest', async () => {
    window = await openWindow([vmWithTree()])
    await window.click('gridcell', 'WIN11-TEST')
    const item = window.get('treeitem', 'Before KB5049981')
    const description = (item.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent.trim())
    expect([description[0], item.getAttribute('aria-level')]).toEqual([
      'Standard (production was not possible)',
      '3',
    ])
  })

  it('stays selected when a checkpoint is added, and moves to nothing but the machine when it goes', async () => {
    const vm = vmWithTree()
    window = await openWindow([vm])
    await window.click('gridcell', 'WIN11-TEST')
    await window.click('treeitem', 'Before KB5049981')
    const added = exampleCheckpoint(5, { parentId: vm.parentCheckpointId })
    window.bridge.emit({ name: 'vm.changed', payload: { ...vm, checkpoints: [...vm.checkpoints, added] } })
    await window.settle()
    const kept = window.find('heading', 'Before KB5049981') !== null
    const remaining = vm.checkpoints.filter(({ name }) => name !== 'Before KB5049981')
    window.bridge.emit({ name: 'vm.changed', payload: { ...vm, checkpoints: remaining } })
    await window.settle()
    expect([kept, document.activeElement?.getAttribute('role')]).toEqual([true, 'treeitem'])
  })

  it('hides what the user closes in the tree, and keeps it closed when something changes', async () => {
    const vm = vmWithTree()
    window = await openWindow([vm])
    await window.click('gridcell', 'WIN11-TEST')
    window.get('treeitem', 'Office and tools installed').focus()
    await window.press('ArrowLeft')
    window.bridge.emit({ name: 'vm.changed', payload: { ...vm, state: 'Off' } })
    await window.settle()
    expect(window.all('treeitem').map(accessibleName)).toEqual([
      'Clean install',
      'Office and tools installed',
      'Automatic Checkpoint - WIN11-TEST',
    ])
  })
})
