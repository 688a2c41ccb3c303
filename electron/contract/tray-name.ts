import { oneLine } from './one-line.ts'

/** No zod in here: the window runs this file. */

const longest = 40

/**
 * What somebody named, fit for one line of a menu: without marks that turn the direction of the text around it, and
 * shortened in the middle, since names that belong together differ at their ends.
 */
export function trayName(name: string): string {
  const characters = charactersOf(oneLine(name))
  if (characters.length <= longest) return characters.join('')
  const kept = longest - 1
  const start = characters.slice(0, Math.ceil(kept / 2)).join('')
  const end = characters.slice(-Math.floor(kept / 2)).join('')
  return `${start.trimEnd()}…${end.trimStart()}`
}

/** As people see them, so that none is cut in half. */
function charactersOf(text: string): readonly string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

const segmenter = new Intl.Segmenter('en')
