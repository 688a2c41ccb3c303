import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { vi } from 'vitest'
import { nextTick, type Component } from 'vue'
import type { Vm } from '#contract/model'
import App from '../../../renderer/App.vue'
import { questions } from '../../../renderer/dialogs/ask.ts'
import { shownPage } from '../../../renderer/help/open-help.ts'
import { fakeBridge, type FakeBridge } from './fake-bridge.ts'
import { giveBridge } from './give-bridge.ts'

/** The whole window, or another page of ours, over a fake other side, found as assistive technology finds it: by role and name. */
export interface OpenWindow {
  readonly bridge: FakeBridge
  readonly all: (role: string) => readonly HTMLElement[]
  readonly get: (role: string, name: string) => HTMLElement
  readonly find: (role: string, name: string) => HTMLElement | null
  readonly click: (role: string, name: string) => Promise<void>
  readonly rightClick: (role: string, name: string) => Promise<void>
  readonly press: (key: string, modifiers?: KeyboardEventInit) => Promise<void>
  readonly type: (role: string, name: string, text: string) => Promise<void>
  readonly settle: () => Promise<void>
  /** As before the page is loaded again: nothing of it is left but what its tab keeps. */
  readonly leave: () => void
  /** What its tab keeps goes as well, for all tests of one worker have one tab. */
  readonly close: () => void
}

/** What the other side holds besides when the page is opened. */
type Held = Parameters<FakeBridge['hold']>[0]

export async function openWindow(
  vms: readonly Vm[],
  page: Component = App,
  held: Held = {},
): Promise<OpenWindow> {
  const bridge = fakeBridge(vms)
  bridge.hold(held)
  giveBridge(bridge)
  const pinia = createPinia()
  setActivePinia(pinia)
  const app = mount(page, { attachTo: document.body, global: { plugins: [pinia] } })
  bridge.link()
  await settle()

  function all(role: string): readonly HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>(selectors[role] ?? `[role="${role}"]`)]
  }

  function find(role: string, name: string): HTMLElement | null {
    return all(role).find((element) => accessibleName(element) === name) ?? null
  }

  function get(role: string, name: string): HTMLElement {
    const found = find(role, name)
    if (found !== null) return found
    throw new Error(`No ${role} “${name}” among: ${all(role).map(accessibleName).join(' | ')}`)
  }

  return {
    bridge,
    all,
    get,
    find,
    settle,
    click: async (role, name) => {
      const element = get(role, name)
      element.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }))
      element.closest<HTMLElement>('[tabindex], button, input')?.focus()
      element.click()
      await settle()
    },
    rightClick: async (role, name) => {
      get(role, name).dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }))
      await settle()
    },
    press: async (key, modifiers = {}) => {
      const target = document.activeElement ?? document.body
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }),
      )
      await settle()
    },
    type: async (role, name, text) => {
      const box = get(role, name) as HTMLInputElement
      box.value = text
      box.dispatchEvent(new Event('input', { bubbles: true }))
      await settle()
    },
    leave,
    close: () => {
      leave()
      sessionStorage.clear()
    },
  }

  function leave(): void {
    questions.value = []
    shownPage.value = null
    app.unmount()
    document.body.replaceChildren()
  }
}

export function accessibleName(element: HTMLElement): string {
  const label = element.getAttribute('aria-label')
  if (label !== null) return label
  const by = element.getAttribute('aria-labelledby')
  if (by !== null)
    return by
      .split(' ')
      .map((id) => spoken(document.getElementById(id)))
      .join(' ')
  const own = element.id === '' ? null : document.querySelector(`label[for="${element.id}"]`)
  return spoken(own ?? element.closest('label') ?? element)
}

/** Text without what is hidden from assistive technology. */
function spoken(element: Element | null): string {
  if (element === null) return ''
  const copy = element.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove()
  return copy.textContent.replace(/\s+/g, ' ').trim()
}

const selectors: Readonly<Record<string, string>> = {
  button: 'button',
  textbox: 'input[type="text"], textarea',
  checkbox: 'input[type="checkbox"]',
  radio: 'input[type="radio"]',
  heading: 'h1, h2, h3',
  list: 'ul',
  table: 'table',
  region: 'section',
  dialog: '[role="dialog"], [role="alertdialog"]',
}

/** Until the answers have come, what is loaded for them is there, what follows from them is drawn, and what waits for a drawn thing has run. */
async function settle(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await flushPromises()
    await vi.dynamicImportSettled()
    await nextTick()
  }
}
