import { checkpointNameProblem, longestCheckpointName } from './names.ts'

/** Hyper-V's own way of naming a checkpoint. */
export const defaultNameTemplate = '{vm} - ({date} - {time})'

/** What a template may hold besides plain text. */
export const nameTokens = ['vm', 'date', 'time'] as const
export type NameToken = (typeof nameTokens)[number]

/** What the name of a checkpoint is made of. */
export interface NamedMoment {
  readonly vmName: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** A language tag; that of the system where it is left out. */
  readonly locale?: string | undefined
}

/**
 * The name that a checkpoint taken at that moment gets, dates as the system writes them. Never longer than Hyper-V
 * allows: the machine's name gives way first.
 */
export function nameFromTemplate(template: string, { vmName, at, locale }: NamedMoment): string {
  const words: Readonly<Record<NameToken, string>> = {
    vm: '',
    date: shortDate(at, locale),
    time: longTime(at, locale),
  }
  const fill = (vm: string): string => filled(template, { ...words, vm })
  const room = longestCheckpointName - fill('').length
  const mentions = template.split('{vm}').length - 1
  const shortened = mentions === 0 ? '' : cut(vmName, Math.max(0, Math.floor(room / mentions)))
  return cut(fill(shortened), longestCheckpointName)
}

/** Why no checkpoint could be named by this; null where it may be used. */
export function nameTemplateProblem(template: string): string | null {
  const unknown = [...template.matchAll(/\{([^{}]*)\}/g)].find(([, token]) => !isToken(token ?? ''))
  if (unknown !== undefined) {
    return `${unknown[0]} is not known here. Use ${nameTokens.map((token) => `{${token}}`).join(', ')} or plain text.`
  }
  if (template.length > longestCheckpointName)
    return `A template has at most ${String(longestCheckpointName)} characters; this one has ${String(template.length)}.`
  return checkpointNameProblem(nameFromTemplate(template, { vmName: 'VM', at: 0 }))
}

function filled(template: string, words: Readonly<Record<NameToken, string>>): string {
  return template.replaceAll(/\{([^{}]*)\}/g, (whole, token: string) =>
    isToken(token) ? words[token] : whole,
  )
}

function isToken(token: string): token is NameToken {
  return nameTokens.some((each) => each === token)
}

/** By whole characters, so that none is cut in half. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const short = text.slice(0, length)
  return short.isWellFormed() ? short : short.slice(0, -1)
}

function shortDate(at: number, locale: string | undefined): string {
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric' }).format(at)
}

function longTime(at: number, locale: string | undefined): string {
  // Windows writes a plain space where Intl has a narrow one.
  return new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(at).replaceAll('\u202f', ' ')
}
