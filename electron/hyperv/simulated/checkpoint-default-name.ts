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

function shortDate(now: number, culture: Culture): string {
  const digits = culture === 'de-DE' ? '2-digit' : 'numeric'
  return new Intl.DateTimeFormat(culture, { year: 'numeric', month: digits, day: digits }).format(now)
}

function longTime(now: number, culture: Culture): string {
  // Windows writes a plain space where Intl has a narrow one.
  return new Intl.DateTimeFormat(culture, { timeStyle: 'medium' }).format(now).replaceAll('\u202f', ' ')
}
