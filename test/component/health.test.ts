import { afterEach, describe, expect, it, vi } from 'vitest'
import type { VmCosts } from '#contract/machine-costs'
import type { Checkpoint, Vm, VmId } from '#contract/model'
import { exampleSession } from '../support/with-seen.ts'
import { exampleDisk } from './support/example-details.ts'
import { exampleCheckpoint, exampleOperation, exampleVm, checkpointId, vmId } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

const day = 86_400_000
let window: OpenWindow

afterEach(() => {
  window.close()
})

function ago(days: number): string {
  return new Date(Date.now() - days * day).toISOString()
}

/** Machines with one checkpoint each, of that many days. */
function machines(...ages: readonly number[]): readonly Vm[] {
  return ages.map((age, index) => withCheckpoint(index + 1, { createdAt: ago(age) }))
}

function withCheckpoint(number: number, changes: Partial<Checkpoint> = {}, vm: Partial<Vm> = {}): Vm {
  const checkpoint = exampleCheckpoint(number, { vmId: vmId(number), ...changes })
  return exampleVm(number, { checkpoints: [checkpoint], parentCheckpointId: checkpoint.id, ...vm })
}

function costs(id: VmId): VmCosts {
  return {
    vmId: id,
    disks: [exampleDisk(['Base.vhdx'])],
    checkpoints: [],
    volumes: [{ root: 'D:\\', size: 1_000, free: null }],
  }
}

async function openHealth(vms: readonly Vm[]): Promise<HTMLElement> {
  window = await openWindow(vms)
  window.bridge.answer('vm.costs', ({ vmId: id }: { readonly vmId: VmId }) => costs(id))
  window.bridge.answer('host.storage', { volumes: [], leftBehind: [] })
  await window.press('h', { ctrlKey: true })
  return window.get('dialog', 'Health of HV-LAB')
}

/** Of each row what it is about and its remedy, as they are called. */
function rows(): readonly string[] {
  const found = [...document.querySelectorAll('[role="table"] [role="row"][data-index]')]
  return found.map((row) =>
    [...row.querySelectorAll('button')].map((button) => button.getAttribute('aria-label')).join(' | '),
  )
}

/** One that is alone on its machine, with "Now" under it. */
function deleteOf(number: number): object {
  const id = checkpointId(number)
  return { vmId: vmId(number), checkpointId: id, seen: { session: exampleSession, goes: [id], now: id } }
}

function count(name: string): number {
  return window.bridge.requests.filter((request) => request.name === name).length
}

describe('the badge', () => {
  it('counts what the list tells, in words, without asking the host, and follows the list', async () => {
    window = await openWindow(machines(30, 1))
    const before = window.find('button', 'Health: 1 virtual machine needs a look')
    window.bridge.emit({ name: 'vm.changed', payload: withCheckpoint(2, { category: 'missing' }) })
    await window.settle()
    const more = window.find(
      'button',
      'Health: 2 virtual machines need a look, something is wrong with 1 of them',
    )
    window.bridge.emit({ name: 'vm.removed', payload: { vmId: vmId(1) } })
    window.bridge.emit({ name: 'vm.removed', payload: { vmId: vmId(2) } })
    await window.settle()
    expect({ before, more, none: window.find('button', 'Health: nothing needs a look') }).toEqual({
      before: expect.any(HTMLElement) as unknown,
      more: expect.any(HTMLElement) as unknown,
      none: expect.any(HTMLElement) as unknown,
    })
    expect([count('vm.costs'), count('host.storage')]).toEqual([0, 0])
    expect(badge()).toBe('HealthAll well')
  })

  it('counts a machine once, however much is found of it', async () => {
    const [vm] = machines(30)
    const checkpoints = [1, 2, 3].map((number) =>
      exampleCheckpoint(number, { createdAt: ago(30), vmId: vmId(1) }),
    )
    window = await openWindow([{ ...(vm ?? exampleVm(1)), checkpoints }])
    expect(badge()).toBe('Health1 machine')
  })
})

function badge(): string | undefined {
  return document.querySelector('footer .health')?.textContent.trim()
}

describe('the files', () => {
  it('are read a machine after the other, only of those with checkpoints, with how far that is', async () => {
    window = await openWindow([...machines(1, 1), exampleVm(3)])
    const asked: VmId[] = []
    window.bridge.answer('vm.costs', ({ vmId: id }: { readonly vmId: VmId }) => {
      asked.push(id)
      return costs(id)
    })
    window.bridge.answer('host.storage', { volumes: [], leftBehind: [] })
    const answer = window.bridge.delay('vm.costs')
    await window.press('h', { ctrlKey: true })
    const dialog = window.get('dialog', 'Health of HV-LAB')
    const meanwhile = { asked: [...asked], text: dialog.textContent }
    answer()
    await window.settle()
    expect(meanwhile.asked).toEqual([vmId(1)])
    expect(meanwhile.text).toContain('Reading files: 0 of 2 virtual machines')
    expect(asked).toEqual([vmId(1), vmId(2)])
    expect(dialog.textContent).toContain('The files of 2 virtual machines were read.')
  })

  it('that were read are kept when one leaves, and the rest is read at the next look', async () => {
    const asked: VmId[] = []
    // What is looked at beside the dialog is read as well: that is the first in the list, which gets the focus back.
    const first = exampleVm(3, { name: 'A' })
    window = await openWindow([first, ...machines(1, 1)])
    window.bridge.answer('vm.costs', ({ vmId: id }: { readonly vmId: VmId }) => {
      if (id !== first.id) asked.push(id)
      return costs(id)
    })
    window.bridge.answer('host.storage', { volumes: [], leftBehind: [] })
    const answer = window.bridge.delay('vm.costs')
    await window.press('h', { ctrlKey: true })
    await vi.waitFor(() => {
      expect(asked).toEqual([vmId(1)])
    })
    await window.click('button', 'Close')
    answer()
    await window.settle()
    const left = [...asked]
    await window.press('h', { ctrlKey: true })
    await vi.waitFor(() => {
      expect({ left, all: asked }).toEqual({ left: [vmId(1)], all: [vmId(1), vmId(2)] })
    })
  })

  it('of a machine whose checkpoints change are read again, and those of the others are not', async () => {
    const asked: VmId[] = []
    const dialog = await openHealth(machines(1, 1))
    window.bridge.answer('vm.costs', ({ vmId: id }: { readonly vmId: VmId }) => {
      asked.push(id)
      return costs(id)
    })
    window.bridge.emit({
      name: 'vm.changed',
      payload: withCheckpoint(2, { id: checkpointId(9), createdAt: ago(1) }),
    })
    await window.settle()
    expect({ asked, text: dialog.textContent }).toEqual({
      asked: [vmId(2)],
      text: expect.stringContaining('The files of 2 virtual machines were read.') as unknown,
    })
  })

  it('that can’t be read are said, and what the list tells stays', async () => {
    window = await openWindow(machines(30))
    window.bridge.answer('host.storage', { volumes: [], leftBehind: [] })
    window.bridge.refuse('vm.costs', { code: 'busy', message: 'In use.' })
    window.bridge.answer('vm.costs', costs(vmId(1)))
    await window.press('h', { ctrlKey: true })
    const refused = window.get('dialog', 'Health of HV-LAB').textContent
    const found = rows()
    await window.click('button', 'Read Again')
    expect(refused).toContain('The files of 1 virtual machine could not be read.')
    expect(found).toHaveLength(1)
    expect(window.get('dialog', 'Health of HV-LAB').textContent).toContain('1 virtual machine were read')
  })
})

describe('the findings', () => {
  it('are sorted by what is wrong, and by each column both ways', async () => {
    const vms = [...machines(30, 20), withCheckpoint(3, { category: 'missing', createdAt: ago(9) })]
    await openHealth(vms)
    const subjects = (): readonly string[] =>
      rows().map((row) => row.slice('Go to VM-'.length, 'Go to VM-1'.length))
    const first = subjects()
    await window.click('button', 'Age')
    const oldest = subjects()
    await window.click('button', 'Age')
    const youngest = subjects()
    await window.click('button', 'What it is about')
    expect({ first, oldest, youngest, named: subjects() }).toEqual({
      first: ['3', '1', '2'],
      oldest: ['1', '2', '3'],
      youngest: ['3', '2', '1'],
      named: ['1', '2', '3'],
    })
    expect(window.get('columnheader', 'What it is about').getAttribute('aria-sort')).toBe('ascending')
  })

  it('lead to what they are about, with nothing in the way of seeing it', async () => {
    await openHealth(machines(30, 20))
    await window.click('button', 'Go to VM-2: Checkpoint 2')
    expect(window.all('dialog')).toEqual([])
    expect(window.get('treeitem', 'Checkpoint 2').getAttribute('aria-selected')).toBe('true')
    expect(document.activeElement).toBe(window.get('treeitem', 'Checkpoint 2'))
  })

  it('say in words where there is none', async () => {
    const dialog = await openHealth([exampleVm(1)])
    expect(dialog.textContent).toContain('All is well: nothing on this host needs a look.')
  })
})

describe('a remedy', () => {
  it('says first what it will do, with the safe answer in focus, and does nothing until it is told to', async () => {
    await openHealth(machines(30))
    await window.click('button', 'Delete… VM-1: Checkpoint 1')
    const { textContent } = window.get('list', 'Steps')
    const focused = document.activeElement?.textContent.trim()
    await window.click('button', 'Back')
    expect({ textContent, focused, deleted: count('checkpoint.delete') }).toEqual({
      textContent: expect.stringContaining('VM-1: delete “Checkpoint 1”') as unknown,
      focused: 'Back',
      deleted: 0,
    })
  })

  it('is sent once, and follows what came of each to its end', async () => {
    await openHealth(machines(30, 20))
    window.bridge.answer(
      'checkpoint.delete',
      exampleOperation(1, { kind: 'delete-checkpoint', vmId: vmId(1) }),
    )
    await window.click('checkbox', 'Select all that can be remedied here')
    await window.click('button', 'Remedy 2…')
    const answer = window.bridge.delay('checkpoint.delete')
    window.get('button', 'Carry Out').click()
    window.get('button', 'Carry Out').click()
    window.bridge.refuse('checkpoint.delete', { code: 'busy', message: 'It is in use.' })
    answer()
    await window.settle()
    const meanwhile = window.get('list', 'Steps').textContent
    window.bridge.emit({
      name: 'operation.changed',
      payload: exampleOperation(1, {
        kind: 'delete-checkpoint',
        vmId: vmId(1),
        state: 'done',
        endedAt: ago(0),
      }),
    })
    await window.settle()
    expect(count('checkpoint.delete')).toBe(2)
    expect(meanwhile).toContain('Under way')
    expect(meanwhile).toContain('It is in use.')
    expect(window.get('dialog', 'Health of HV-LAB').textContent).toContain('Done: 1. Not done: 1.')
  })

  it('turns automatic checkpoints off before it deletes one, of the settings as they were shown', async () => {
    const policy = { type: 'Production', automatic: true, location: 'D:\\' } as const
    await openHealth([withCheckpoint(1, { category: 'automatic' }, { policy })])
    const done = exampleOperation(1, { state: 'done', endedAt: ago(0) })
    window.bridge.answer('vm.changeCheckpointPolicy', done)
    window.bridge.answer('checkpoint.delete', exampleOperation(2, { state: 'done', endedAt: ago(0) }))
    await window.click('button', 'Turn Off… VM-1: Checkpoint 1')
    await window.click('button', 'Carry Out')
    const sent = window.bridge.requests.filter(
      ({ name }) => name.startsWith('vm.change') || name.includes('delete'),
    )
    expect(sent).toEqual([
      {
        name: 'vm.changeCheckpointPolicy',
        input: { vmId: vmId(1), changes: { automatic: false }, shown: policy },
      },
      { name: 'checkpoint.delete', input: deleteOf(1) },
    ])
  })

  it('does without the steps that are unticked, and counts and forecasts only the others', async () => {
    await openHealth(machines(30, 20))
    window.bridge.answer('checkpoint.delete', exampleOperation(1, { state: 'done', endedAt: ago(0) }))
    await window.click('checkbox', 'Select all that can be remedied here')
    await window.click('button', 'Remedy 2…')
    await window.click('checkbox', 'VM-1: delete “Checkpoint 1”')
    await window.click('checkbox', 'VM-2: delete “Checkpoint 2”')
    const ofNone = window.get('button', 'Carry Out').getAttribute('aria-disabled')
    await window.click('checkbox', 'VM-2: delete “Checkpoint 2”')
    await window.click('button', 'Carry Out')
    expect({
      ofNone,
      sent: window.bridge.requests.at(-1),
      text: window.get('list', 'Steps').textContent,
      count: count('checkpoint.delete'),
      boxes: window.get('list', 'Steps').querySelectorAll('input').length,
    }).toEqual({
      ofNone: 'true',
      sent: { name: 'checkpoint.delete', input: deleteOf(2) },
      text: expect.stringMatching(/Checkpoint 1”Left out/) as unknown,
      count: 1,
      boxes: 0,
    })
    expect(window.get('dialog', 'Health of HV-LAB').textContent).toContain('Done: 1.')
  })

  it('of very many steps shows as many as anybody reads at once, and the others when asked', async () => {
    const checkpoints = Array.from({ length: 245 }, (_, index) =>
      exampleCheckpoint(index + 1, { createdAt: ago(1), vmId: vmId(1) }),
    )
    await openHealth([exampleVm(1, { checkpoints })])
    await window.click('button', 'Delete… VM-1')
    const list = window.get('list', 'Steps')
    const first = list.querySelectorAll('[data-index]').length
    await window.click('button', 'Show 5 More')
    expect([first, list.querySelectorAll('[data-index]').length]).toEqual([200, 205])
  })

  it('that is a setting leads to the settings of the machine, and back to the findings', async () => {
    const policy = { type: 'Production', automatic: true, location: 'D:\\' } as const
    const load = { cpuUsage: 1, memoryAssigned: 1, uptime: 30 * day }
    await openHealth([exampleVm(1, { policy, load })])
    await window.click('button', 'Settings… VM-1')
    const asked = window.all('dialog').map(({ ariaLabel, textContent }) => ariaLabel ?? textContent)
    await window.click('button', 'Cancel')
    expect({ asked, after: window.find('dialog', 'Health of HV-LAB') }).toEqual({
      asked: [expect.stringContaining('Settings for VM-1') as unknown],
      after: expect.any(HTMLElement) as unknown,
    })
  })

  it('leaves out what can’t be done now, and says why', async () => {
    const activity = { kind: 'applying-checkpoint', percent: 12, job: null } as const
    await openHealth([withCheckpoint(1, { createdAt: ago(30) }, { activity })])
    await window.click('button', 'Delete… VM-1: Checkpoint 1')
    await window.click('button', 'Carry Out')
    expect(window.get('list', 'Steps').textContent).toMatch(/Wait until that has ended.*Left out/)
    expect(count('checkpoint.delete')).toBe(0)
  })
})

describe('the thresholds', () => {
  it('are set with their units, and what is no such number is said and not kept', async () => {
    window = await openWindow(machines(30))
    await window.press(',', { ctrlKey: true })
    const box = window.get('textbox', 'A checkpoint is older than')
    const unit = document.getElementById((box.getAttribute('aria-describedby') ?? '').split(' ')[0] ?? '')
    await window.type('textbox', 'A checkpoint is older than', '0')
    const wrong = {
      isInvalid: box.getAttribute('aria-invalid'),
      ok: window.get('button', 'OK').hasAttribute('disabled'),
    }
    await window.type('textbox', 'A checkpoint is older than', '60')
    await window.click('button', 'OK')
    expect({ unit: unit?.textContent, wrong }).toEqual({
      unit: 'days',
      wrong: { isInvalid: 'true', ok: true },
    })
    expect(window.bridge.requests.at(-1)).toMatchObject({
      name: 'settings.change',
      input: { thresholds: { age: 60, count: 40 } },
    })
    expect(window.find('button', 'Health: nothing needs a look')).not.toBeNull()
  })
})
