/** Hyper-V says 1601 or the year 1 where it has no date. */
const firstMoment = Date.UTC(1990, 0)

/** An ISO text as the contract writes it; null where it is none, or the host has no date. */
export function momentOfText(text: string | null): string | null {
  if (text === null) return null
  const moment = Date.parse(text)
  if (Number.isNaN(moment) || moment < firstMoment) return null
  // A large host has a hundred thousand of them, and nearly all are written so already.
  return asTheContractWrites.test(text) ? text : new Date(moment).toISOString()
}

const asTheContractWrites = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
