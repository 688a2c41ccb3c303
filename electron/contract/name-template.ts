import { checkpointNameProblem, longestCheckpointName } from './names.ts'
import { oneLine } from './one-line.ts'

/** Hyper-V's own way of naming a checkpoint. */
export const defaultNameTemplate = '{vm} - ({date} - {time})'

/** What a template may hold besides plain text. */
export const nameTokens = ['vm', 'date', 'time', 'reason'] as const
export type NameToken = (typeof nameTokens)[number]

/** What the name of a checkpoint is made of. */
export interface NamedMoment {
  readonly vmName: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Why it is taken; left out or empty where nobody said. */
  readonly reason?: string | undefined
  /** A language tag; that of the system where it is left out. */
  readonly locale?: string | undefined
}

/**
 * The name that a checkpoint taken at that moment gets, dates as the system writes them. A reason comes first where the
 * template has no place for it. Never longer than Hyper-V allows: the machine's name gives way first, then the reason.
 */
export function nameFromTemplate(template: string, { vmName, at, locale, reason = '' }: NamedMoment): string {
  const words: Words = {
    vm: vmName,
    date: shortDate(at, locale),
    time: longTime(at, locale),
    reason: oneLine(reason),
  }
  const whole = withReason(template, words.reason)
  const fitting = shortened(whole, shortened(whole, words, 'vm'), 'reason')
  if (words.reason !== '' && fitting.reason === '') return nameFromTemplate(template, { vmName, at, locale })
  return cut(filled(whole, fitting), longestCheckpointName)
}

/** Why no checkpoint could be named by this; null where it may be used. */
export function nameTemplateProblem(template: string): string | null {
  const unknown = [...template.matchAll(/\{([^{}]*)\}/g)].find(([, token]) => !isToken(token ?? ''))
  if (unknown !== undefined) {
    return `${unknown[0]} is not known here. Use ${nameTokens.map((token) => `{${token}}`).join(', ')} or plain text.`
  }
  if (template.length > longestCheckpointName)
    return `A template has at most ${String(longestCheckpointName)} characters; this one has ${String(template.length)}.`
  const name = nameFromTemplate(template, { vmName: 'VM', at: 0 })
  if (name.trim() === '' && mentions(template, 'reason') > 0)
    return 'Without a reason this leaves no name. Add {vm}, {date}, {time} or plain text.'
  return checkpointNameProblem(name)
}

type Words = Readonly<Record<NameToken, string>>

/** Where there is no reason, what ties its place to the rest goes with it. */
function withReason(template: string, reason: string): string {
  if (reason !== '') return mentions(template, 'reason') > 0 ? template : `{reason} - ${template}`
  return mentions(template, 'reason') > 0 ? template.replaceAll(placeOfReason, '').trim() : template
}

const placeOfReason = /\s*[([]\{reason\}[)\]]|\{reason\}\s*[-–—:,·]\s*|\s*[-–—:,·]?\s*\{reason\}/g

function mentions(template: string, token: NameToken): number {
  return template.split(`{${token}}`).length - 1
}

/** As much of one word as there is room for beside all else. */
function shortened(template: string, words: Words, token: NameToken): Words {
  const room = longestCheckpointName - filled(template, { ...words, [token]: '' }).length
  const each = Math.floor(room / Math.max(1, mentions(template, token)))
  return { ...words, [token]: cut(words[token], Math.max(0, each)) }
}

function filled(template: string, words: Words): string {
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

// Neither format is kept: it would go on with the time zone in which it was made, wherever the computer is by then.
function shortDate(at: number, locale: string | undefined): string {
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric' }).format(at)
}

function longTime(at: number, locale: string | undefined): string {
  // Windows writes a plain space where Intl has a narrow one.
  return new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(at).replaceAll('\u202f', ' ')
}
