import { isDesktop } from '../bridge.ts'

/** A key with its modifiers, named as `KeyboardEvent.key` names it. */
export interface Key {
  readonly key: string
  readonly isCtrl: boolean
  readonly isShift: boolean
  /** A browser keeps it for itself, such as Ctrl+N: it is shown in the app's own window only. */
  readonly isTakenByBrowser: boolean
}

/** Reads "Ctrl+Shift+N". A trailing "!" marks a key that a browser keeps for itself. */
export function key(words: string): Key {
  const parts = words.replace(/!$/, '').split('+')
  return {
    key: parts.at(-1) ?? '',
    isCtrl: parts.includes('Ctrl'),
    isShift: parts.includes('Shift'),
    isTakenByBrowser: words.endsWith('!'),
  }
}

export function isPressed(wanted: Key, event: KeyboardEvent): boolean {
  return (
    event.key.toLowerCase() === wanted.key.toLowerCase() &&
    event.ctrlKey === wanted.isCtrl &&
    // A sign such as "?" is typed with Shift on some keyboards and without it on others.
    (event.shiftKey === wanted.isShift || /^[^\p{L}\p{N}]$/u.test(wanted.key)) &&
    !event.altKey &&
    !event.metaKey
  )
}

/** What is shown beside the command: the first key that reaches us here. */
export function shownKey(keys: readonly Key[]): string | null {
  const shown = keys.find(({ isTakenByBrowser }) => isDesktop() || !isTakenByBrowser)
  if (shown === undefined) return null
  return [...modifiers(shown), shortNames[shown.key] ?? shown.key].join('+')
}

/** The same for assistive technology, which wants whole names. */
export function ariaKey(keys: readonly Key[]): string | undefined {
  const shown = keys.find(({ isTakenByBrowser }) => isDesktop() || !isTakenByBrowser)
  if (shown === undefined) return undefined
  return [...modifiers(shown).map((word) => (word === 'Ctrl' ? 'Control' : word)), shown.key].join('+')
}

const shortNames: Readonly<Record<string, string>> = { Delete: 'Del', Insert: 'Ins' }

function modifiers({ isCtrl, isShift }: Key): readonly string[] {
  return [...(isCtrl ? ['Ctrl'] : []), ...(isShift ? ['Shift'] : [])]
}
