import type { Locator } from 'playwright-core'
import { isFocused, type Window } from './window.ts'

/** The ways in which a person works the window; every flow is walked in each of them. */
export interface Driver {
  readonly selectMachine: (name: string) => Promise<void>
  readonly selectCheckpoint: (name: string | RegExp) => Promise<void>
  /** Takes an item of the context menu of the selected machine or checkpoint. */
  readonly command: (target: Locator, item: string) => Promise<void>
  readonly fill: (box: Locator, text: string) => Promise<void>
  readonly press: (button: Locator) => Promise<void>
}

export function mouse(window: Window): Driver {
  return {
    selectMachine: (name) => window.machine(name).click(),
    selectCheckpoint: (name) => window.checkpoint(name).click(),
    command: (target, item) => window.choose(target, item),
    fill: async (box, text) => {
      await box.click()
      await box.fill(text)
    },
    press: (button) => button.click(),
  }
}

/** No mouse at all: Tab, arrows, letters, Enter, and the key that opens the context menu. */
export function keyboard(window: Window): Driver {
  const { keyboard: keys } = window.page

  async function tabUntil(isThere: () => Promise<boolean>): Promise<void> {
    for (let step = 0; step < 60; step += 1) {
      if (await isThere()) return
      await keys.press('Tab')
    }
    throw new Error('Tab never got there.')
  }

  async function walkTo(list: Locator, item: Locator): Promise<void> {
    await tabUntil(() => holdsFocusInItem(list))
    await keys.press('Home')
    for (let step = 0; step < 60; step += 1) {
      // A row out of sight is not drawn before one has come near it.
      if ((await item.count()) > 0 && (await holdsFocus(item))) return
      await keys.press('ArrowDown')
    }
    throw new Error('The arrow keys never got there.')
  }

  return {
    selectMachine: async (name) => {
      await window.machines.getByRole('gridcell').first().waitFor()
      await walkTo(window.machines, window.machine(name))
    },
    selectCheckpoint: async (name) => {
      await window.checkpoint(name).waitFor()
      await walkTo(window.tree, window.checkpoint(name))
    },
    command: (_target, item) => window.chooseByKeyboard(item),
    fill: async (box, text) => {
      await tabUntil(() => isFocused(box))
      await keys.press('Control+A')
      await keys.type(text)
    },
    press: async (button) => {
      await tabUntil(() => isFocused(button))
      await keys.press('Enter')
    },
  }
}

/** In a row or an item of the tree, and not in what stands above them, such as the buttons that sort. */
async function holdsFocusInItem(list: Locator): Promise<boolean> {
  return list.evaluate((element) => {
    const item = document.activeElement?.closest('[role=row][aria-selected], [role=treeitem]') ?? null
    return item !== null && element.contains(item)
  })
}

async function holdsFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element.contains(document.activeElement))
}
