import { type Browser, type Locator, type Page, chromium } from 'playwright-core'

/** The window as people and assistive technology find it: by role and name only. */
export class Window {
  readonly machines: Locator
  readonly tree: Locator
  readonly actions: Locator

  constructor(readonly page: Page) {
    this.machines = page.getByRole('grid', { name: 'Virtual Machines' })
    this.tree = page.getByRole('tree', { name: 'Checkpoints' })
    this.actions = page.getByRole('region', { name: 'Actions' })
  }

  /** The row of a virtual machine. */
  machine(name: string): Locator {
    return this.machines
      .getByRole('row')
      .filter({ has: this.page.getByRole('gridcell', { name, exact: true }) })
  }

  checkpoint(name: string | RegExp): Locator {
    return this.tree.getByRole('treeitem', { name, exact: typeof name === 'string' })
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name }).or(this.page.getByRole('alertdialog', { name }))
  }

  async select(machine: string): Promise<void> {
    await this.reveal(machine)
    await this.machine(machine).click()
    await this.page.getByRole('heading', { name: machine, exact: true }).first().waitFor()
  }

  /** Rows out of sight are not drawn: the list is scrolled from its top until the one that is looked for is. */
  private async reveal(machine: string): Promise<void> {
    await this.machines.getByRole('gridcell').first().waitFor()
    for (let step = 0; step < 20 && (await this.machine(machine).count()) === 0; step += 1) {
      await this.machines.hover()
      await this.page.mouse.wheel(0, step === 0 ? -10_000 : 100)
    }
  }

  /** Opens a context menu with the right mouse button and takes an item. */
  async choose(target: Locator, item: string): Promise<void> {
    await target.click({ button: 'right' })
    await this.page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  /** Opens a context menu by the keyboard on what is focused, and takes an item by its letters. */
  async chooseByKeyboard(item: string): Promise<void> {
    await this.page.keyboard.press('Shift+F10')
    const wanted = this.page.getByRole('menuitem', { name: item, exact: true })
    await wanted.waitFor()
    for (let step = 0; step < 20 && !(await isFocused(wanted)); step += 1)
      await this.page.keyboard.press('ArrowDown')
    await this.page.keyboard.press('Enter')
  }

  /** The tree as an outline: two spaces a level, in the order shown. */
  async outline(): Promise<string[]> {
    return this.tree.getByRole('treeitem').evaluateAll((items) =>
      items.map((item) => {
        const level = Number(item.getAttribute('aria-level') ?? '1')
        const labelled =
          item.getAttribute('aria-label') ??
          (item.getAttribute('aria-labelledby') ?? '')
            .split(' ')
            .map((id) => document.getElementById(id)?.textContent ?? '')
            .join(' ')
        return `${'  '.repeat(level - 1)}${labelled.trim()}`
      }),
    )
  }
}

export async function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement)
}

/** Chromium without anything that would speak to the outside. */
export function launchChromium(executablePath: string, more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })
}
