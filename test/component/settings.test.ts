import { afterEach, describe, expect, it } from 'vitest'
import type { VmDetails } from '#contract/machine-details'
import { VmState, type CheckpointPolicy, type Operation, type Vm } from '#contract/model'
import { openSettings } from '../../renderer/commands/open-settings.ts'
import { exampleCheckpoint, exampleOperation, exampleVm, vmId, vmWithTree } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

const change = 'vm.changeCheckpointPolicy'
const changed = (number: number, changes: Partial<Operation> = {}): Operation =>
  exampleOperation(number, { kind: 'change-checkpoint-policy', vmId: vmId(number), ...changes })

function policy(changes: Partial<CheckpointPolicy>): CheckpointPolicy {
  return { type: 'Production', automatic: false, location: 'D:\\VMs', ...changes }
}

async function openOn(vms: readonly Vm[]): Promise<void> {
  window = await openWindow(vms)
  void openSettings(vms)
  await window.settle()
}

function box(name: string): HTMLInputElement {
  return window.get('checkbox', name) as HTMLInputElement
}

function dialogText(): string {
  return window
    .all('dialog')
    .map((dialog) => dialog.textContent)
    .join('')
}

function isGrey(button: string): boolean {
  return window.get('button', button).getAttribute('aria-disabled') === 'true'
}

const enable = 'Enable checkpoints'
const fallback = 'Create standard checkpoints if it’s not possible to create a production checkpoint.'

describe('the settings of a virtual machine', () => {
  it.each(VmState.options)('can be opened and changed while it is %s', async (state) => {
    const vm = exampleVm(1, { state })
    window = await openWindow([vm])
    await window.click('gridcell', 'VM-1')
    await window.click('button', 'Settings…')
    window.bridge.answer(change, changed(1))
    await window.click('checkbox', 'Use automatic checkpoints')
    await window.click('button', 'OK')
    expect([window.all('dialog'), window.bridge.requests]).toEqual([
      [],
      [{ name: change, input: { vmId: vm.id, changes: { automatic: true }, shown: vm.policy } }],
    ])
  })

  it('have Apply greyed until something differs, and after it was taken back', async () => {
    await openOn([exampleVm(1)])
    const before = isGrey('Apply')
    await window.click('radio', 'Standard checkpoints')
    const meanwhile = isGrey('Apply')
    await window.click('radio', 'Production checkpoints')
    expect([before, meanwhile, isGrey('Apply')]).toEqual([true, false, true])
  })

  it('grey what has no meaning without checkpoints', async () => {
    await openOn([exampleVm(1)])
    await window.click('checkbox', enable)
    const controls = [...window.all('radio'), box(fallback), box('Use automatic checkpoints')]
    expect(controls.map((control) => (control as HTMLInputElement).disabled)).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  it('stay open after Apply, with Apply greyed again once the host says the same', async () => {
    const vm = exampleVm(1)
    await openOn([vm])
    window.bridge.answer(change, changed(1, { state: 'done' }))
    await window.click('radio', 'Standard checkpoints')
    await window.click('button', 'Apply')
    window.bridge.emit({ name: 'vm.changed', payload: { ...vm, policy: { ...vm.policy, type: 'Standard' } } })
    await window.settle()
    expect([window.all('dialog').length, isGrey('Apply'), dialogText()]).toEqual([
      1,
      true,
      expect.not.stringContaining('elsewhere') as string,
    ])
  })

  it('lock the location while there are checkpoints, and say why to whoever comes there by Tab', async () => {
    await openOn([vmWithTree()])
    const box = window.get('textbox', 'Checkpoint File Location') as HTMLInputElement
    const described = document.getElementById(box.getAttribute('aria-describedby') ?? '')
    expect([box.readOnly, box.disabled, described?.textContent]).toEqual([
      true,
      false,
      'The checkpoint file location of WIN11-TEST can’t change while it has 4 checkpoints.',
    ])
  })

  it('show both places, the second as soon as the host has told it', async () => {
    window = await openWindow([exampleVm(1)])
    window.bridge.answer(
      'vm.details',
      detailsWithFiles(['E:\\Disks\\a_1.avhdx', 'E:\\Disks\\a.vhdx', 'F:\\b.vhdx']),
    )
    const answer = window.bridge.delay('vm.details')
    void openSettings([exampleVm(1)])
    await window.settle()
    const places = (): readonly string[] =>
      [...document.querySelectorAll('[role="dialog"] dd')].map((place) => place.textContent)
    const before = places()
    answer()
    await window.settle()
    expect([before, places()]).toEqual([
      ['D:\\Virtual Machines', 'Reading…'],
      ['D:\\Virtual Machines', 'E:\\Disks, F:'],
    ])
  })

  it('show what was changed elsewhere, and keep what was chosen here', async () => {
    const vm = exampleVm(1)
    await openOn([vm])
    await window.click('radio', 'Standard checkpoints')
    const elsewhere = policy({ type: 'ProductionOnly', automatic: true, location: 'E:\\VMs' })
    window.bridge.emit({ name: 'vm.changed', payload: { ...vm, policy: elsewhere } })
    await window.settle()
    window.bridge.answer(change, changed(1))
    const status = window.all('status').map((each) => each.textContent)
    const shown = box('Use automatic checkpoints').checked
    await window.click('button', 'OK')
    expect({ status, shown, sent: window.bridge.requests.map(({ input }) => input) }).toEqual({
      status: expect.arrayContaining([
        'VM-1 was changed elsewhere meanwhile: Production only; automatic checkpoints on; E:\\VMs. What you have chosen here is kept, and set only by OK or Apply.',
      ]) as string[],
      shown: true,
      sent: [{ vmId: vm.id, changes: { type: 'Standard' }, shown: elsewhere }],
    })
  })

  it('stay open with what was chosen where it was refused', async () => {
    await openOn([exampleVm(1)])
    window.bridge.refuse(change, { code: 'changed-meanwhile', message: 'Look at them and decide again.' })
    await window.click('radio', 'Standard checkpoints')
    await window.click('button', 'OK')
    expect({
      alerts: window.all('alert').map((alert) => alert.textContent),
      chosen: (window.get('radio', 'Standard checkpoints') as HTMLInputElement).checked,
      isApplyGrey: isGrey('Apply'),
    }).toEqual({ alerts: ['Look at them and decide again.'], chosen: true, isApplyGrey: false })
  })
})

describe('the settings of several virtual machines', () => {
  const vms = [
    exampleVm(1, { name: 'DC01', policy: policy({ type: 'Production' }) }),
    exampleVm(2, { name: 'SQL', policy: policy({ type: 'ProductionOnly', automatic: true }) }),
    exampleVm(3, { name: 'WEB', policy: policy({ type: 'Disabled', location: 'E:\\VMs' }) }),
  ]

  it('show what differs as mixed, and choose nothing for anybody', async () => {
    await openOn(vms)
    const location = window.get('textbox', 'Checkpoint File Location') as HTMLInputElement
    expect({
      title: window.get('dialog', 'Settings for several virtual machines on HV-LAB').tagName,
      names: [...window.get('list', 'Virtual machines').children].map((item) => item.textContent),
      mixed: [enable, fallback, 'Use automatic checkpoints'].map((name) => box(name).indeterminate),
      kinds: window.all('radio').map((radio) => (radio as HTMLInputElement).checked),
      location: [location.value, location.placeholder],
      isApplyGrey: isGrey('Apply'),
    }).toEqual({
      title: 'DIV',
      names: ['DC01', 'SQL', 'WEB'],
      mixed: [true, true, true],
      kinds: [true, false],
      location: ['', 'Different folders'],
      isApplyGrey: true,
    })
  })

  it('choose no circle where the kinds differ', async () => {
    await openOn([exampleVm(1), exampleVm(2, { policy: policy({ type: 'Standard' }) })])
    expect(window.all('radio').map((radio) => (radio as HTMLInputElement).checked)).toEqual([false, false])
  })

  it('are sent to those that differ from what was chosen, and nothing else is', async () => {
    await openOn(vms)
    window.bridge.answer(change, changed(1))
    await window.click('checkbox', 'Use automatic checkpoints')
    await window.click('button', 'OK')
    expect(window.bridge.requests.map(({ input }) => input)).toEqual(
      [vms[0], vms[2]].map((vm) => ({ vmId: vm!.id, changes: { automatic: true }, shown: vm!.policy })),
    )
  })

  it('tell how it went with each, and close by themselves only where all went well', async () => {
    await openOn(vms.slice(0, 2))
    window.bridge.answer(change, changed(1, { state: 'done' }))
    window.bridge.refuse(change, { code: 'busy', message: 'Something else is using it.' })
    await window.click('radio', 'Standard checkpoints')
    await window.click('button', 'OK')
    expect({
      results: [...window.get('list', 'Results').children].map((item) => item.textContent.trim()),
      status: window.all('status').map((each) => each.textContent),
    }).toEqual({
      results: ['DC01: Not changed. Something else is using it.', 'SQL: Changed'],
      status: expect.arrayContaining(['Changed: 1. Not changed: 1.']) as string[],
    })
  })

  it('close once the last has ended well', async () => {
    await openOn(vms.slice(0, 2))
    window.bridge.answer(change, changed(1))
    await window.click('radio', 'Standard checkpoints')
    await window.click('button', 'OK')
    const meanwhile = window.all('dialog').length
    window.bridge.emit({ name: 'operation.changed', payload: changed(1, { state: 'done' }) })
    await window.settle()
    expect([meanwhile, window.all('dialog')]).toEqual([1, []])
  })

  it('name those that lock the location', async () => {
    const locking = exampleVm(2, { name: 'SQL', checkpoints: [exampleCheckpoint(1)] })
    await openOn([exampleVm(1), locking])
    expect(dialogText()).toContain(
      'The checkpoint file location can’t change while one of these virtual machines has checkpoints: SQL.',
    )
  })

  it('leave out a machine that has gone, and end where all have', async () => {
    await openOn(vms.slice(0, 2))
    window.bridge.emit({ name: 'vm.removed', payload: { vmId: vmId(1) } })
    await window.settle()
    const left = window.all('dialog').length
    window.bridge.emit({ name: 'vm.removed', payload: { vmId: vmId(2) } })
    await window.settle()
    expect([left, dialogText()]).toEqual([1, expect.stringContaining('It is no longer there') as string])
  })
})

function detailsWithFiles(paths: readonly string[]): VmDetails {
  return {
    vmId: vmId(1),
    hardware: {
      processors: 2,
      memory: { startup: 0, isDynamic: false, minimum: 0, maximum: 0 },
      disks: [
        {
          controllerType: 'SCSI',
          controllerNumber: 0,
          controllerLocation: 0,
          diskNumber: null,
          isShared: false,
          capacity: null,
          chain: paths.map((path) => ({ path, size: null })),
        },
      ],
      networkAdapters: [],
    },
    memoryDemand: null,
    isClustered: false,
    heartbeat: 'off',
  }
}
