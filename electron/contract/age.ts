/** No zod in here: the window runs this file. */

/** "3 hours ago". */
export function age(iso: string, now: number): string {
  const { value, unit } = largestUnit(now - Date.parse(iso))
  return unit === null ? 'just now' : ages.format(-value, unit)
}

type Unit = 'minute' | 'hour' | 'day' | 'year'

/** The largest unit of which so many milliseconds hold at least one, and how many; null where it is less than any. */
export function largestUnit(milliseconds: number): { readonly value: number; readonly unit: Unit | null } {
  // A host whose clock runs ahead must not make a new checkpoint come from the future.
  const passed = Math.max(0, milliseconds)
  const found = units.find(([, length]) => passed >= length)
  return found === undefined
    ? { value: 0, unit: null }
    : { value: Math.floor(passed / found[1]), unit: found[0] }
}

const units: readonly (readonly [Unit, number])[] = [
  ['year', 31_557_600_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]
const ages = new Intl.RelativeTimeFormat('en', { numeric: 'always' })
