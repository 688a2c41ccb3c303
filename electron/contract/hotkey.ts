/** No zod in here: the window runs this file, so that a key is refused with the same sentence while it is set. */

/** As Electron names keys: any number of these, then one of the others. */
const modifiers = new Set(['Ctrl', 'Alt', 'Shift', 'Super'])
const keys = /^(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4])|Insert|Home|End|PageUp|PageDown|Up|Down|Left|Right|Space)$/

/** Why these keys can't take a checkpoint from everywhere, such as "Ctrl+Alt+Shift+C"; null where they can, and for none at all. */
export function hotkeyProblem(hotkey: string): string | null {
  if (hotkey === '') return null
  const parts = hotkey.split('+')
  const key = parts.at(-1) ?? ''
  const held = parts.slice(0, -1)
  if (!keys.test(key) || held.some((each) => !modifiers.has(each)) || new Set(held).size < held.length)
    return 'Press a letter, a digit or a function key together with Ctrl, Alt, Shift or the Windows key.'
  // Everything else types something, or is what other programs live by.
  if (!held.includes('Ctrl') && !held.includes('Super') && !held.includes('Alt'))
    return 'Hold Ctrl, Alt or the Windows key as well: this key alone is for typing.'
  return held.length < 2
    ? 'Hold one more key: other programs use this one, and would not get it any more.'
    : null
}
