import { afterEach, describe, expect, it } from 'vitest'
import type { AppSettings } from '#contract/app-settings'
import { defaultAppSettings } from '#contract/default-settings'
import { vmWithTree } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow
const kept: AppSettings = { ...defaultAppSettings, isWelcomed: true }

afterEach(() => {
  window.close()
})

async function openSettings(settings: Partial<AppSettings> = {}): Promise<void> {
  window = await openWindow([vmWithTree()])
  await changeElsewhere(settings)
  await window.click('gridcell', 'WIN11-TEST')
  await window.press(',', { ctrlKey: true })
}

async function changeElsewhere(settings: Partial<AppSettings>, problem: string | null = null): Promise<void> {
  window.bridge.emit({ name: 'settings.changed', payload: { settings: { ...kept, ...settings }, problem } })
  await window.settle()
}

function sent(): readonly unknown[] {
  return window.bridge.requests.filter(({ name }) => name === 'settings.change').map(({ input }) => input)
}

function isChecked(role: string, name: string): boolean {
  return (window.get(role, name) as HTMLInputElement).checked
}

function template(): HTMLInputElement {
  return window.get('textbox', 'Name of a checkpoint that is given none') as HTMLInputElement
}

function described(element: HTMLElement): string {
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ')
  return ids.map((id) => document.getElementById(id)?.textContent.trim() ?? '').join(' ')
}

describe('Settings of the app', () => {
  it('are opened by a key, and Esc changes nothing', async () => {
    await openSettings()
    const titles = window.all('dialog').length
    await window.click('radio', 'Dark')
    await window.press('Escape')
    expect([titles, window.all('dialog').length, sent()]).toEqual([1, 0, []])
  })

  it('send by OK only what was changed, and are closed', async () => {
    await openSettings()
    await window.click('radio', 'Dark')
    await window.click('button', 'OK')
    expect([sent(), window.all('dialog').length]).toEqual([[{ theme: 'dark' }], 0])
  })

  it('stay open by Apply, which has nothing more to do then and keeps the focus', async () => {
    await openSettings()
    await window.click('checkbox', 'Deleting a checkpoint')
    await window.click('button', 'Apply')
    const apply = window.get('button', 'Apply')
    await window.click('button', 'Apply')
    expect({
      sent: sent(),
      isDisabled: apply.getAttribute('aria-disabled'),
      hasFocus: document.activeElement === apply,
      dialogs: window.all('dialog').length,
    }).toEqual({ sent: [{ unasked: ['delete'] }], isDisabled: 'true', hasFocus: true, dialogs: 1 })
  })

  it('ask again what was switched off, and leave alone what another window switched off meanwhile', async () => {
    await openSettings({ unasked: ['apply', 'delete'] })
    const before = ['Applying a checkpoint', 'Reverting'].map((name) => isChecked('checkbox', name))
    const otherwise = described(window.get('checkbox', 'Deleting a checkpoint'))
    await window.click('checkbox', 'Deleting a checkpoint')
    await changeElsewhere({ unasked: ['apply', 'delete', 'revert'] })
    await window.click('button', 'OK')
    expect({ before, otherwise, sent: sent() }).toEqual({
      before: [false, true],
      otherwise: 'Not asked: deleted without a question',
      sent: [{ unasked: ['apply', 'revert'] }],
    })
  })

  it('follow what another window sets, and keep what is being edited here', async () => {
    await openSettings()
    await window.type('textbox', 'Name of a checkpoint that is given none', 'Mine of {vm}')
    await changeElsewhere({ theme: 'light', nameTemplate: 'Theirs' })
    const isLight = isChecked('radio', 'Light')
    await window.click('button', 'OK')
    expect([isLight, sent()]).toEqual([true, [{ nameTemplate: 'Mine of {vm}' }]])
  })

  it('keep how long a delete waits, a whole number of seconds up to a minute', async () => {
    await openSettings()
    const box = 'Undo for deletes: wait before they are sent; 0 sends them at once'
    const problems: (readonly [string, boolean])[] = []
    for (const typed of ['61', '', '1.5', '0']) {
      await window.type('textbox', box, typed)
      problems.push([
        described(window.get('textbox', box)),
        (window.get('button', 'OK') as HTMLButtonElement).disabled,
      ])
    }
    await window.click('button', 'OK')
    const wrong = ['s Write a whole number from 0 to 60.', true]
    expect({ problems, sent: sent() }).toEqual({
      problems: [wrong, wrong, wrong, ['s', false]],
      sent: [{ undoSeconds: 0 }],
    })
  })

  it('show the name that the selected machine’s next checkpoint gets', async () => {
    await openSettings()
    await window.type('textbox', 'Name of a checkpoint that is given none', 'Before work on {vm}')
    expect(described(template())).toBe('For WIN11-TEST: Before work on WIN11-TEST')
  })

  it('put a token where the cursor is, and let typing go on behind it', async () => {
    await openSettings()
    await window.type('textbox', 'Name of a checkpoint that is given none', 'At  sharp')
    template().setSelectionRange(3, 3)
    await window.click('button', 'Insert {time}, the time as Windows writes it')
    expect({
      value: template().value,
      cursor: template().selectionStart,
      hasFocus: document.activeElement === template(),
    }).toEqual({ value: 'At {time} sharp', cursor: 9, hasFocus: true })
  })

  it('say what is wrong with a template, and can’t be kept with it', async () => {
    await openSettings()
    await window.type('textbox', 'Name of a checkpoint that is given none', '{who}')
    const ok = window.get('button', 'OK') as HTMLButtonElement
    expect({ problem: described(template()), isDisabled: ok.disabled }).toEqual({
      problem: '{who} is not known here. Use {vm}, {date}, {time} or plain text.',
      isDisabled: true,
    })
    await window.click('button', 'Apply')
    expect(sent()).toEqual([])
  })

  it('bring columns and panes back to what they were at first', async () => {
    await openSettings({ layout: { sizes: { hosts: 200 }, collapsed: ['actions'] } })
    const before = window.all('status').map(({ textContent }) => textContent)
    await window.click('button', 'As at First')
    const after = window.all('status').map(({ textContent }) => textContent)
    await window.click('button', 'OK')
    expect([
      before.includes('Columns or panes were changed.'),
      after.includes('Columns and panes are as at first.'),
      sent(),
    ]).toEqual([true, true, [{ layout: defaultAppSettings.layout }]])
  })

  it('stay open with what was chosen where they are refused, and say why', async () => {
    await openSettings()
    window.bridge.refuse('settings.change', { code: 'invalid-input', message: 'That makes no sense.' })
    await window.click('radio', 'Dark')
    await window.click('button', 'OK')
    expect([window.get('dialog', 'Settings').textContent, isChecked('radio', 'Dark')]).toEqual([
      expect.stringContaining('That makes no sense.'),
      true,
    ])
  })

  it('say as long as they are open that their file can’t be written', async () => {
    await openSettings()
    await changeElsewhere({}, 'Their file can’t be written.')
    expect(window.get('dialog', 'Settings').textContent).toContain('Their file can’t be written.')
  })
})

describe('The theme in the View menu', () => {
  it('is said to have failed where it could not be set', async () => {
    window = await openWindow([vmWithTree()])
    window.bridge.refuse('settings.change', { code: 'host-lost', message: 'Savepoint does not answer.' })
    await window.click('menuitem', 'View')
    window
      .get('menuitem', 'View')
      .dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }))
    await window.settle()
    await window.click('menuitemradio', 'Dark Theme')
    expect(window.all('alert').map(({ textContent }) => textContent)).toEqual([
      'ThemeSavepoint does not answer.',
    ])
  })
})
