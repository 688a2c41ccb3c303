import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AppSettings } from '#contract/app-settings'
import { defaultAppSettings } from '#contract/default-settings'
import type { Operation, Vm } from '#contract/model'
import TrayPage from '../../renderer/tray/TrayPage.vue'
import { exampleSession } from '../support/with-seen.ts'
import {
  checkpointId,
  exampleCheckpoint,
  exampleOperation,
  exampleVm,
  host,
  vmId,
} from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
  vi.restoreAllMocks()
})

// Of no age, so that nothing deserves a look whenever this is run.
const clean = exampleCheckpoint(1, { name: 'Clean', createdAt: null })
const win11 = exampleVm(1, { name: 'WIN11-TEST', checkpoints: [clean] })
const sql = exampleVm(2, { name: 'SQL-PROD', state: 'Off' })
const erp = exampleVm(3, {
  name: 'LEGACY-ERP',
  state: 'Saved',
  policy: { type: 'ProductionOnly', automatic: false, location: '' },
})

async function openTray(
  vms: readonly Vm[] = [win11, sql, erp],
  settings: Partial<AppSettings> = {},
): Promise<void> {
  window = await openWindow([], TrayPage)
  // The page itself is not there before its settings are.
  await keep(settings)
  window.bridge.hold({ vms })
  window.bridge.link()
  await window.settle()
  window.bridge.answer('checkpoint.quick', exampleOperation(1))
}

async function keep(settings: Partial<AppSettings>): Promise<void> {
  const kept = { ...defaultAppSettings, ...settings }
  window.bridge.answer('settings.read', { settings: kept, problem: null })
  window.bridge.emit({ name: 'settings.changed', payload: { settings: kept, problem: null } })
  await window.settle()
}

async function tell(operation: Operation): Promise<void> {
  window.bridge.emit({ name: 'operation.changed', payload: operation })
  await window.settle()
}

function box(): HTMLInputElement {
  return window.get('combobox', 'Which virtual machine?') as HTMLInputElement
}

async function typed(words: string): Promise<void> {
  await window.type('combobox', 'Which virtual machine?', words)
}

async function pressed(...keys: readonly string[]): Promise<void> {
  box().focus()
  for (const key of keys) await window.press(key)
}

function names(): readonly (string | null | undefined)[] {
  return window.all('option').map((line) => line.querySelector('bdi')?.textContent)
}

/** As the box says to those who listen, and as it is seen. */
function marked(): string | null | undefined {
  const id = box().getAttribute('aria-activedescendant')
  const line = id === null ? null : document.getElementById(id)
  expect(window.all('option').filter((each) => each.getAttribute('aria-selected') === 'true')).toEqual(
    line === null ? [] : [line],
  )
  return line?.querySelector('bdi')?.textContent
}

function asked(name: string): readonly unknown[] {
  return window.bridge.requests.filter((each) => each.name === name).map(({ input }) => input)
}

function isGreyed(name: string): boolean {
  return window.get('button', name).getAttribute('aria-disabled') === 'true'
}

const taken = exampleOperation(1, {
  checkpointId: checkpointId(2),
  checkpointName: 'WIN11-TEST - now',
  state: 'done',
  endedAt: '2026-11-21T10:00:09Z',
})
const withTaken = exampleVm(1, {
  name: 'WIN11-TEST',
  checkpoints: [...win11.checkpoints, exampleCheckpoint(2, { name: 'WIN11-TEST - now' })],
})

async function takeOne(): Promise<void> {
  await openTray()
  await typed('win')
  await pressed('Enter')
  window.bridge.emit({ name: 'vm.changed', payload: withTaken })
  await tell(taken)
}

describe('Finding a machine in the tray’s window', () => {
  it('begins in the box, with favourites first and the first one marked', async () => {
    await openTray(undefined, { favourites: [vmId(2)] })
    expect([document.activeElement === box(), names(), marked()]).toEqual([
      true,
      ['SQL-PROD', 'LEGACY-ERP', 'WIN11-TEST'],
      'SQL-PROD',
    ])
  })

  it('takes one letter and Enter', async () => {
    await openTray()
    await typed('s')
    await pressed('Enter')
    expect([names()[0], asked('checkpoint.quick')]).toEqual(['SQL-PROD', [{ vmId: vmId(2) }]])
  })

  it('walks by the arrows, and stays within the list', async () => {
    await openTray()
    const seen = [marked()]
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'PageUp', 'ArrowUp']) {
      await pressed(key)
      seen.push(marked())
    }
    expect(seen).toEqual(['LEGACY-ERP', 'SQL-PROD', 'WIN11-TEST', 'WIN11-TEST', 'LEGACY-ERP', 'LEGACY-ERP'])
  })

  it('keeps the mark on its machine when another comes before it', async () => {
    await openTray()
    const before = marked()
    window.bridge.emit({ name: 'vm.changed', payload: exampleVm(4, { name: 'AAA' }) })
    await window.settle()
    expect([before, names()[0], marked()]).toEqual(['LEGACY-ERP', 'AAA', 'LEGACY-ERP'])
  })

  it('marks another where the marked one is gone', async () => {
    await openTray()
    window.bridge.emit({ name: 'vm.removed', payload: { vmId: vmId(3) } })
    await window.settle()
    expect(marked()).toBe('SQL-PROD')
  })

  it('says that nothing has that name, and Enter takes nothing', async () => {
    await openTray()
    await typed('xyz')
    await pressed('Enter')
    expect([
      document.body.textContent.includes('No virtual machine has “xyz” in its name.'),
      asked('checkpoint.quick'),
    ]).toEqual([true, []])
  })

  it('shows no more than anybody looks through, and how many more there are', async () => {
    await openTray(Array.from({ length: 70 }, (_, index) => exampleVm(index + 1)))
    const all = [names().length, document.body.textContent.includes('10 more. Type a part of the name.')]
    await typed('VM-69')
    expect([all, names()]).toEqual([[60, true], ['VM-69']])
  })

  it('marks with the mouse and leaves the focus in the box', async () => {
    await openTray()
    box().focus()
    const line = window.all('option').at(-1)
    line?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }))
    await window.settle()
    const clicked = [marked(), document.activeElement === box()]
    line?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
    await window.settle()
    expect([clicked, asked('checkpoint.quick')]).toEqual([['WIN11-TEST', true], [{ vmId: vmId(1) }]])
  })

  it('empties the box by Esc, and closes by the next', async () => {
    const close = vi.spyOn(globalThis.window, 'close').mockReturnValue(undefined)
    await openTray()
    await typed('win')
    await pressed('Escape')
    const first = [box().value, close.mock.calls.length]
    await pressed('Escape')
    expect([first, close.mock.calls.length]).toEqual([['', 0], 1])
  })
})

describe('What can be done with the marked machine', () => {
  it('takes a checkpoint with a reason, which goes with that one alone', async () => {
    await openTray(undefined, { reasons: ['Before updates'] })
    await typed('win')
    const select = document.querySelector('select')
    const choices = [...(select?.options ?? [])].map(({ text }) => text)
    if (select !== null) select.selectedIndex = 1
    select?.dispatchEvent(new Event('change'))
    select?.focus()
    await window.press('Enter')
    window.bridge.answer('checkpoint.quick', exampleOperation(2))
    await window.click('button', 'Checkpoint')
    expect([choices, asked('checkpoint.quick')]).toEqual([
      ['None', 'Before updates'],
      [{ vmId: vmId(1), reason: 'Before updates' }, { vmId: vmId(1) }],
    ])
  })

  it('asks once where a hand is impatient', async () => {
    await openTray()
    const answer = window.bridge.delay('checkpoint.quick')
    await typed('win')
    await pressed('Enter', 'Enter')
    answer()
    expect(asked('checkpoint.quick')).toHaveLength(1)
  })

  it('says why no checkpoint can be taken, and takes none', async () => {
    await openTray()
    await typed('leg')
    await pressed('Enter')
    const why = 'LEGACY-ERP is saved and set to production checkpoints only'
    const said = window.all('status').map(({ textContent }) => textContent)
    expect([
      window.get('region', 'Next checkpoint of LEGACY-ERP').textContent.includes(why),
      said.some((words) => words.startsWith(why)),
      isGreyed('Checkpoint'),
      asked('checkpoint.quick'),
    ]).toEqual([true, true, true, []])
  })

  it('leads to the large window for a name and for going back', async () => {
    await openTray()
    window.bridge.answer('window.show', {})
    await typed('win')
    window.bridge.emit({
      name: 'vm.changed',
      payload: { ...win11, parentCheckpointId: checkpointId(1) },
    })
    await window.settle()
    for (const name of ['Checkpoint…', 'Revert…', 'Open Savepoint', 'Health: nothing needs a look'])
      await window.click('button', name)
    expect(asked('window.show')).toEqual([
      { what: 'checkpoint-named', vmId: vmId(1) },
      { what: 'revert', vmId: vmId(1) },
      { what: 'window', vmId: null },
      { what: 'health' },
    ])
  })

  it('says why there is nothing to go back to', async () => {
    await openTray()
    await typed('sql')
    const grey = isGreyed('Revert…')
    await window.click('button', 'Revert…')
    expect([grey, asked('window.show'), window.all('alert').map(({ textContent }) => textContent)]).toEqual([
      true,
      [],
      ['Revert…SQL-PROD has no checkpoint to go back to.'],
    ])
  })

  it('makes a favourite of it, and takes that back', async () => {
    await openTray(undefined, { favourites: [vmId(2)] })
    await typed('win')
    await window.click('button', 'Show first in the tray')
    const isPressed = window.get('button', 'Show first in the tray').getAttribute('aria-pressed')
    await window.click('button', 'Show first in the tray')
    expect([isPressed, asked('settings.change')]).toEqual([
      'true',
      [{ favourites: [vmId(2), vmId(1)] }, { favourites: [vmId(2)] }],
    ])
  })
})

describe('What goes on, and what came of it', () => {
  it('shows how far it is, whoever asked for it', async () => {
    await openTray()
    await tell(exampleOperation(5, { kind: 'export-checkpoint', percent: 40 }))
    expect(window.get('list', 'Operations').textContent).toBe('WIN11-TEST: Exporting (40%)')
  })

  it('lets what is not sent yet be undone, by the button and by its key', async () => {
    await openTray()
    const waiting = exampleOperation(5, {
      kind: 'delete-checkpoint',
      checkpointId: checkpointId(1),
      checkpointName: 'Clean',
      state: 'waiting',
      undo: { by: 'not-sending', until: new Date(Date.now() + 60_000).toISOString() },
    })
    window.bridge.answer('operation.undo', { ...waiting, undo: null, state: 'undone' })
    await tell(waiting)
    const words = window.get('list', 'Operations').textContent
    await window.click('button', 'Undo')
    await tell({ ...waiting, id: exampleOperation(6).id })
    await pressed()
    await window.press('z', { ctrlKey: true })
    expect([words.startsWith('Clean will be deleted in '), asked('operation.undo')]).toEqual([
      true,
      [{ operationId: waiting.id }, { operationId: exampleOperation(6).id }],
    ])
  })

  it('tells of the checkpoint that was taken here, by its name', async () => {
    await takeOne()
    expect(window.get('list', 'Checkpoints just taken').textContent).toContain(
      'WIN11-TEST: Checkpoint created.WIN11-TEST - nowDisk only (kind unknown)',
    )
  })

  it('tells nothing in place of one that somebody else took', async () => {
    await openTray()
    window.bridge.emit({ name: 'vm.changed', payload: withTaken })
    await tell(taken)
    expect(window.find('list', 'Checkpoints just taken')).toBeNull()
  })

  it('renames it in its place, and gives the focus back', async () => {
    await takeOne()
    window.bridge.answer('checkpoint.rename', exampleOperation(2, { kind: 'rename-checkpoint' }))
    await window.click('button', 'Rename')
    await window.type('textbox', 'New name', 'Before updates')
    await window.press('Enter')
    expect([asked('checkpoint.rename'), document.activeElement === window.get('button', 'Rename')]).toEqual([
      [{ vmId: vmId(1), checkpointId: checkpointId(2), name: 'Before updates' }],
      true,
    ])
  })

  it('deletes it by Undo, and offers nothing more of it while that goes on', async () => {
    await takeOne()
    const deleting = exampleOperation(2, {
      kind: 'delete-checkpoint',
      checkpointId: checkpointId(2),
      checkpointName: 'WIN11-TEST - now',
      state: 'queued',
    })
    window.bridge.answer('checkpoint.delete', deleting)
    const meaning = window.get('button', 'Undo').title
    await window.click('button', 'Undo')
    const gone = window.find('list', 'Checkpoints just taken')
    await tell({ ...deleting, state: 'undone', endedAt: '2026-11-21T10:00:19Z' })
    expect({
      meaning,
      asked: asked('checkpoint.delete'),
      gone,
      isBack: window.find('list', 'Checkpoints just taken') !== null,
    }).toEqual({
      meaning: 'Deletes the checkpoint. What the virtual machine is now stays as it is.',
      asked: [
        {
          vmId: vmId(1),
          checkpointId: checkpointId(2),
          seen: { session: exampleSession, goes: [checkpointId(2)], now: checkpointId(2) },
        },
      ],
      gone: null,
      isBack: true,
    })
  })

  it('is put away by hand, and the focus goes back to the box', async () => {
    await takeOne()
    await window.click('button', 'Dismiss')
    expect([window.find('list', 'Checkpoints just taken'), document.activeElement === box()]).toEqual([
      null,
      true,
    ])
  })

  it('says once that production was not possible', async () => {
    await openTray()
    await typed('win')
    await pressed('Enter')
    window.bridge.emit({ name: 'vm.changed', payload: withTaken })
    await tell({ ...taken, remark: 'A standard one was made.' })
    expect(document.body.textContent.split('A standard one was made.')).toHaveLength(2)
  })

  it('says why it failed, and leads to more of it', async () => {
    await openTray()
    window.bridge.answer('window.show', {})
    await typed('win')
    await pressed('Enter')
    await tell({ ...taken, state: 'failed', error: { code: 'busy', message: 'Something else is using it.' } })
    await window.click('button', 'Show in Savepoint')
    expect([window.all('alert').map(({ textContent }) => textContent), asked('window.show')]).toEqual([
      ['WIN11-TEST: Checkpoint “WIN11-TEST - now”Something else is using it.Show in Savepoint'],
      [{ what: 'operation', operationId: taken.id }],
    ])
  })

  it('says where it was refused', async () => {
    await openTray()
    window.bridge.refuse('checkpoint.quick', { code: 'busy', message: 'Not now.' })
    await pressed('ArrowDown', 'Enter')
    expect(window.all('alert').map(({ textContent }) => textContent)).toEqual([
      'SQL-PROD: CheckpointNot now.',
    ])
  })
})

describe('The host, as the tray’s window shows it', () => {
  it('is connecting before anything is known, and offers nothing', async () => {
    window = await openWindow([], TrayPage)
    window.bridge.emit({ name: 'host.changed', payload: { ...host, connection: 'connecting' } })
    await window.settle()
    expect([
      document.body.textContent.includes('Connecting to HV-LAB…'),
      window.find('button', 'Checkpoint'),
    ]).toEqual([true, null])
  })

  it('has no machines', async () => {
    await openTray([])
    expect(document.body.textContent).toContain('No virtual machines were found on this server.')
  })

  it('is lost: that is said first, the list stays, and nothing can be taken', async () => {
    await openTray()
    const problem = { code: 'service-stopped', message: 'The service has stopped.' } as const
    window.bridge.emit({ name: 'host.changed', payload: { ...host, connection: 'lost', problem } })
    await window.settle()
    await pressed('Enter')
    const words = window.all('status').map(({ textContent }) => textContent)
    expect({
      isSaid: words.some((each) => each.includes('HV-LAB can’t be reached.The service has stopped.')),
      names: names().length,
      isGreyed: ['Checkpoint', 'Checkpoint…', 'Revert…'].map(isGreyed),
      asked: asked('checkpoint.quick'),
    }).toEqual({ isSaid: true, names: 3, isGreyed: [true, true, true], asked: [] })
  })

  it('is the demo host, and is marked as such', async () => {
    await openTray()
    window.bridge.emit({ name: 'host.changed', payload: { ...host, kind: 'demo' } })
    await window.settle()
    expect(document.querySelector('header')?.textContent).toContain('Demo host')
  })
})
