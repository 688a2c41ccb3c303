import { expect } from 'vitest'
import { heardAtFocus } from './heard.ts'
import type { LabWindow } from './lab-window.ts'

/** A person at the keyboard who knows the window only by what a screen reader says. */
export interface Spoken {
  /** One key after the other. */
  readonly press: (...keys: readonly string[]) => Promise<void>
  readonly toHear: (role: string, name: string | RegExp, description?: RegExp) => Promise<void>
  /** Announced by itself, since the window was opened. */
  readonly toBeSaid: (words: string | RegExp) => Promise<void>
  /** As often as it takes until that has the focus. */
  readonly tabTo: (role: string, name: string | RegExp) => Promise<void>
}

export function spoken({ page, said }: LabWindow): Spoken {
  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key)
  }

  return {
    press,
    toHear: (role, name, description = /^/) =>
      expect
        .poll(() => heardAtFocus(page))
        .toEqual({ role, name: matching(name), description: matching(description) }),
    toBeSaid: (words) => expect.poll(said, { timeout: 10_000 }).toContainEqual(matching(words)),
    tabTo: async (role, name) => {
      for (let step = 0; step < 40; step += 1) {
        const heard = await heardAtFocus(page)
        if (heard.role === role && (typeof name === 'string' ? heard.name === name : name.test(heard.name)))
          return
        await press('Tab')
      }
      throw new Error(`Tab never got to ${role} ${String(name)}.`)
    },
  }
}

function matching(words: string | RegExp): unknown {
  return typeof words === 'string' ? words : expect.stringMatching(words)
}
