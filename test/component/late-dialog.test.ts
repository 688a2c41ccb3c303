import { afterEach, expect, it, vi } from 'vitest'
import { defineComponent, h, type Component } from 'vue'
import { ask } from '../../renderer/dialogs/ask.ts'
import { lateDialog } from '../../renderer/dialogs/late-dialog.ts'
import AppDialog from '../../renderer/ui/AppDialog.vue'
import { exampleVm } from './support/examples.ts'
import { accessibleName, openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  vi.restoreAllMocks()
  window.close()
})

/** What it is closed by comes through to the dialog that it is. */
const Loaded = defineComponent({ setup: () => () => h(AppDialog, { title: 'Loaded' }) })

async function openDialog(load: () => Promise<{ readonly default: typeof Loaded }>): Promise<Component> {
  window = await openWindow([exampleVm(1)])
  const dialog = lateDialog(load)
  void ask(dialog, () => ({}))
  await window.settle()
  return dialog
}

function alerts(): readonly string[] {
  return window.all('dialog').map((each) => each.querySelector('[role=alert]')?.textContent.trim() ?? '')
}

it('is not opened before it is loaded, and meanwhile a key does nothing else', async () => {
  let loaded: (module: { readonly default: typeof Loaded }) => void = () => undefined
  await openDialog(() => new Promise((resolve) => (loaded = resolve)))
  await window.press(',', { ctrlKey: true })
  const before = window.all('dialog').map(accessibleName)
  loaded({ default: Loaded })
  await window.settle()
  const opened = window.all('dialog').map(accessibleName)
  await window.press('Escape')
  expect([before, opened, window.all('dialog')]).toEqual([[], ['Loaded'], []])
})

it('is said not to be loaded where it can’t be, and is tried anew the next time', async () => {
  vi.spyOn(console, 'warn').mockReturnValue()
  vi.spyOn(console, 'error').mockReturnValue()
  let isThere = false
  const dialog = await openDialog(() =>
    isThere ? Promise.resolve({ default: Loaded }) : Promise.reject(new Error('net::ERR_CONNECTION_REFUSED')),
  )
  const said = alerts()
  await window.click('button', 'Close')
  const after = window.all('dialog').length
  isThere = true
  void ask(dialog as typeof Loaded, () => ({}))
  await window.settle()
  expect({ said, after, again: window.find('dialog', 'Loaded') !== null }).toEqual({
    said: [expect.stringMatching(/^This could not be loaded\..*ERR_CONNECTION_REFUSED$/)],
    after: 0,
    again: true,
  })
})
