/** Hyper-V says 1601 or the year 1 where it has no date. */
const firstYear = 1990

/** An ISO text as the contract writes it; null where it is none, or the host has no date. */
export function momentOfText(text: string | null): string | null {
  const moment = new Date(text ?? Number.NaN)
  return Number.isNaN(moment.getTime()) || moment.getUTCFullYear() < firstYear ? null : moment.toISOString()
}
