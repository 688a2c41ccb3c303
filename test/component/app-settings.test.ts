import { afterEach, describe, expect, it } from 'vitest'
import type { AppSettings } from '#contract/app-settings'
import { defaultAppSettings } from '#contract/default-settings'
import type { DesktopState } from '#contract/desktop'
import { exampleVm, vmId, vmWithTree } from './support/examples.ts'
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
    expect(described(template())).toBe(
      'For WIN11-TEST: Before work on WIN11-TEST\nWith a reason: Before updates - Before work on WIN11-TEST',
    )
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
      problem: '{who} is not known here. Use {vm}, {date}, {time}, {reason} or plain text.',
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

describe('Tray and keyboard, in the settings of the app', () => {
  const keysBox = 'Keys that take a checkpoint from everywhere, of the last virtual machine'

  async function openDesktop(
    settings: Partial<AppSettings> = {},
    state: Partial<DesktopState> = {},
  ): Promise<void> {
    await openSettings(settings)
    await tell(state)
  }

  async function tell(state: Partial<DesktopState>): Promise<void> {
    const payload = { isDesktop: true, hotkeyProblem: null, canStartWithWindows: true, ...state }
    window.bridge.emit({ name: 'desktop.changed', payload })
    await window.settle()
  }

  function keys(): HTMLInputElement {
    return window.get('textbox', keysBox) as HTMLInputElement
  }

  async function pressIn(key: string, modifiers: KeyboardEventInit = {}): Promise<void> {
    keys().focus()
    await window.press(key, modifiers)
  }

  function lines(list: string): readonly (string | undefined)[] {
    return [...window.get('list', list).querySelectorAll('li')].map(
      (line) => line.querySelector('input')?.value ?? line.querySelector('bdi')?.textContent,
    )
  }

  it('are a page of their own, and a page says where something on it can’t be kept', async () => {
    await openDesktop()
    const names = (): readonly string[] =>
      [...window.get('tablist', 'Settings').children].map(({ textContent }) => textContent)
    const before = names()
    await pressIn('c')
    expect([before, names()]).toEqual([
      ['General', 'Checkpoints', 'Health', 'Tray and Keyboard'],
      ['General', 'Checkpoints', 'Health', 'Tray and Keyboard, something here can’t be kept'],
    ])
  })

  it.each<readonly [string, KeyboardEventInit, string]>([
    ['k', { ctrlKey: true, altKey: true, code: 'KeyK' }, 'Ctrl+Alt+K'],
    ['!', { ctrlKey: true, shiftKey: true, code: 'Digit1' }, 'Ctrl+Shift+1'],
    ['ł', { ctrlKey: true, altKey: true, code: 'KeyL' }, 'Ctrl+Alt+L'],
    ['F9', { ctrlKey: true, metaKey: true, code: 'F9' }, 'Ctrl+Super+F9'],
    ['ArrowUp', { altKey: true, shiftKey: true, code: 'ArrowUp' }, 'Alt+Shift+Up'],
    [' ', { ctrlKey: true, altKey: true, code: 'Space' }, 'Ctrl+Alt+Space'],
  ])('take the keys as they are pressed: %s %j', async (key, modifiers, taken) => {
    await openDesktop()
    await pressIn('Control', { ctrlKey: true })
    const whileHeld = keys().value
    await pressIn(key, modifiers)
    const said = window.all('status').map(({ textContent }) => textContent)
    await window.click('button', 'OK')
    expect({ whileHeld, isSaid: said.includes(`${taken}.`), sent: sent() }).toEqual({
      whileHeld: 'Ctrl+Alt+Shift+C',
      isSaid: true,
      sent: [{ hotkey: taken }],
    })
  })

  it.each<readonly [string, KeyboardEventInit, string]>([
    ['c', {}, 'Hold Ctrl, Alt or the Windows key as well: this key alone is for typing.'],
    [
      'c',
      { ctrlKey: true },
      'Hold one more key: other programs use this one, and would not get it any more.',
    ],
    [
      '/',
      { ctrlKey: true, altKey: true },
      'Press a letter, a digit or a function key together with Ctrl, Alt, Shift or the Windows key.',
    ],
  ])('say at once why keys can’t be kept: %s %j', async (key, modifiers, problem) => {
    await openDesktop()
    await pressIn(key, modifiers)
    expect([described(keys()), (window.get('button', 'OK') as HTMLButtonElement).disabled]).toEqual([
      problem,
      true,
    ])
  })

  it('keep what was set by Esc, which closes nothing, and none by Backspace', async () => {
    await openDesktop()
    await pressIn('x', { ctrlKey: true, altKey: true })
    await window.press('Escape')
    const afterEsc = [keys().value, window.all('dialog').length, document.activeElement === keys()]
    await pressIn('Backspace')
    await window.click('button', 'OK')
    expect({ afterEsc, sent: sent() }).toEqual({
      afterEsc: ['Ctrl+Alt+Shift+C', 1, false],
      sent: [{ hotkey: '' }],
    })
  })

  it('do nothing else while they are pressed there, and work again as soon as one is elsewhere', async () => {
    await openDesktop()
    window.bridge.answer('hotkey.pause', {})
    await pressIn('c', { ctrlKey: true, altKey: true, shiftKey: true })
    keys().blur()
    await window.settle()
    const asked = window.bridge.requests.filter(({ name }) => name === 'hotkey.pause')
    expect([asked.at(0)?.input, asked.at(-1)?.input]).toEqual([{ isPaused: true }, { isPaused: false }])
  })

  it('leave Tab and Enter to the dialog', async () => {
    await openDesktop()
    keys().focus()
    const isTaken = ['Tab', 'Enter'].map((key) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
      keys().dispatchEvent(event)
      return event.defaultPrevented
    })
    expect([isTaken, keys().value]).toEqual([[false, false], 'Ctrl+Alt+Shift+C'])
  })

  it('say that another program has the keys, of those in force alone', async () => {
    await openDesktop()
    await tell({ hotkeyProblem: 'Another program uses these keys.' })
    const inForce = described(keys())
    await pressIn('k', { ctrlKey: true, altKey: true })
    expect([inForce, described(keys())]).toEqual([
      'Another program uses these keys.',
      'Press the keys. Backspace leaves none, Esc keeps what was set.',
    ])
  })

  it('are greyed with the reason in a browser, but for what the tray’s page has there too', async () => {
    await openDesktop({}, { isDesktop: false, canStartWithWindows: false })
    const greyed = [
      keys(),
      window.get('checkbox', 'Start with Windows, in the tray'),
      window.get('checkbox', 'Stay in the tray when the window is closed'),
    ] as HTMLInputElement[]
    expect(greyed.map((each) => [each.disabled, described(each)])).toEqual(
      greyed.map(() => [true, 'This works in Savepoint’s own window, and not in a browser.']),
    )
    expect((window.get('textbox', 'Reason 1') as HTMLInputElement).disabled).toBe(false)
  })

  it('say why a copy that may be elsewhere can’t start with Windows', async () => {
    await openDesktop({}, { canStartWithWindows: false })
    const start = window.get('checkbox', 'Start with Windows, in the tray') as HTMLInputElement
    const why = described(start)
    await window.click('checkbox', 'Stay in the tray when the window is closed')
    await window.click('button', 'OK')
    expect([start.disabled, why, sent()]).toEqual([
      true,
      'Only an installed Savepoint can: this copy may be elsewhere at the next start.',
      [{ closesToTray: false }],
    ])
  })

  it('write, order and remove reasons, without empty ones and none twice', async () => {
    await openDesktop({ reasons: ['One', 'Two', 'Three'] })
    await window.click('button', 'Move Three up')
    const focused = document.activeElement?.getAttribute('aria-label')
    await window.click('button', 'Remove One')
    await window.click('button', 'Add Reason')
    const isInNew = document.activeElement === window.get('textbox', 'Reason 3')
    await window.type('textbox', 'Reason 3', ' Three ')
    await window.click('button', 'Add Reason')
    const shown = lines('Reasons')
    await window.click('button', 'OK')
    expect({ focused, isInNew, shown, sent: sent() }).toEqual({
      focused: 'Move Three up',
      isInNew: true,
      shown: ['Three', 'Two', ' Three ', ''],
      sent: [{ reasons: ['Three', 'Two'] }],
    })
  })

  it('keep no reason that is too long, and no more than twelve', async () => {
    await openDesktop({
      reasons: Array.from({ length: 11 }, (_, index) => `Reason of mine ${String(index)}`),
    })
    await window.click('button', 'Add Reason')
    await window.click('button', 'Add Reason')
    await window.type('textbox', 'Reason 12', 'x'.repeat(201))
    expect([
      lines('Reasons').length,
      window.get('button', 'Add Reason').getAttribute('aria-disabled'),
      described(window.get('textbox', 'Reason 12')),
      (window.get('button', 'OK') as HTMLButtonElement).disabled,
    ]).toEqual([12, 'true', 'A reason has at most 200 characters; this one has 201.', true])
  })

  it('order and remove favourites by their names, also one that is not here now', async () => {
    await openDesktop({ favourites: [vmId(1), vmId(9), vmId(2)] })
    window.bridge.emit({ name: 'vm.changed', payload: exampleVm(2, { name: 'SQL-PROD' }) })
    await window.settle()
    const before = lines('Favourites')
    await window.click('button', 'Move SQL-PROD up')
    await window.click('button', 'Move SQL-PROD up')
    const atTop = window.get('button', 'Move SQL-PROD up')
    const state = [document.activeElement === atTop, atTop.getAttribute('aria-disabled')]
    await window.click('button', 'Remove A virtual machine that is not here now')
    await window.click('button', 'OK')
    expect({ before, state, sent: sent() }).toEqual({
      before: ['WIN11-TEST', 'A virtual machine that is not here now', 'SQL-PROD'],
      state: [true, 'true'],
      sent: [{ favourites: [vmId(2), vmId(1)] }],
    })
  })

  it('keep the focus in a list of which nothing is left', async () => {
    await openDesktop({ favourites: [vmId(1)] })
    await window.click('button', 'Remove WIN11-TEST')
    expect(document.activeElement?.textContent.trim()).toBe(
      'There are none. The star in the tray’s small window makes one.',
    )
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
