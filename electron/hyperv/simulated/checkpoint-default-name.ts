import type { Culture } from './refusals.ts'

export type NamedKind = 'user' | 'automatic' | 'backup'

/** The name that Hyper-V gives: the machine's, with the short date and the long time as the host writes them. */
export function checkpointDefaultName(
  kind: NamedKind,
  vmName: string,
  now: number,
  culture: Culture,
): string {
  const prefix = kind === 'automatic' ? automaticPrefix[culture] : ''
  const suffix = `${kind === 'backup' ? ' Backup' : ''} - (${shortDate(now, culture)} - ${longTime(now, culture)})`
  // The whole must fit into the field of a name, so a long machine's name gives way.
  return prefix + vmName.slice(0, 100 - prefix.length - suffix.length) + suffix
}

const automaticPrefix: Readonly<Record<Culture, string>> = {
  'en-US': 'Automatic Checkpoint - ',
  'de-DE': 'Automatischer Prüfpunkt - ',
}

interface Formats {
  readonly date: Intl.DateTimeFormat
  readonly time: Intl.DateTimeFormat
}

/** Made at the first use of each: to make one takes longer than all else about a checkpoint. */
const formats = new Map<Culture, Formats>()

function formatsOf(culture: Culture): Formats {
  const known = formats.get(culture)
  if (known !== undefined) return known
  const digits = culture === 'de-DE' ? '2-digit' : 'numeric'
  const made = {
    date: new Intl.DateTimeFormat(culture, { year: 'numeric', month: digits, day: digits }),
    time: new Intl.DateTimeFormat(culture, { timeStyle: 'medium' }),
  }
  formats.set(culture, made)
  return made
}

function shortDate(now: number, culture: Culture): string {
  return formatsOf(culture).date.format(now)
}

function longTime(now: number, culture: Culture): string {
  // Windows writes a plain space where Intl has a narrow one.
  return formatsOf(culture).time.format(now).replaceAll('\u202f', ' ')
}
