import type { Locator } from 'playwright-core'
import { keyboard, mouse } from './drivers.ts'
import type { Window } from './window.ts'

/** How a person selects several machines and does something to all of them. */
export interface SeveralDriver {
  /** In the order of the list. */
  readonly select: (names: readonly string[]) => Promise<void>
  readonly openMenu: () => Promise<void>
  /** Takes an item of the menu of what is selected. */
  readonly choose: (item: string) => Promise<void>
  readonly press: (button: Locator) => Promise<void>
}

export function severalByMouse(window: Window): SeveralDriver {
  let last: Locator | null = null
  const openMenu = async (): Promise<void> => {
    await last?.click({ button: 'right' })
  }
  return {
    select: async (names) => {
      for (const [index, name] of names.entries()) {
        last = window.machine(name)
        await last.click(index === 0 ? {} : { modifiers: ['Control'] })
      }
    },
    openMenu,
    choose: async (item) => {
      await openMenu()
      await window.page.getByRole('menuitem', { name: item, exact: true }).click()
    },
    press: mouse(window).press,
  }
}

/** Shift and an arrow where the next one follows, Ctrl with arrows and Space where others lie between. */
export function severalByKeyboard(window: Window): SeveralDriver {
  const { keyboard: keys } = window.page
  const driver = keyboard(window)

  async function add(name: string): Promise<void> {
    const row = window.machine(name)
    for (let step = 0; step < 60; step += 1) {
      await keys.press('Control+ArrowDown')
      if (await row.evaluate((element) => element === document.activeElement)) break
    }
    await keys.press('Control+Space')
  }

  return {
    select: async ([first = '', ...others]) => {
      await driver.selectMachine(first)
      for (const name of others) await add(name)
    },
    openMenu: () => keys.press('Shift+F10'),
    choose: (item) => window.chooseByKeyboard(item),
    press: driver.press,
  }
}
