const day = 24 * 60 * 60 * 1_000

/** Whole days from a date such as "2026-11-21" to a moment in milliseconds since 1970. */
export function electronAge(date, now) {
  return Math.floor((now - Date.parse(date)) / day)
}
