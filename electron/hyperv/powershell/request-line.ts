import type { Verb } from './verbs.ts'

/** What a script is given. A parameter that is not there is not bound, so the script can tell. */
export type Parameters = Readonly<Record<string, string | boolean | number | undefined>>

/**
 * One request as one line of printable ASCII. Its text stands between single quotes that nothing in it can end, and
 * no code page matters. Nothing else that comes from outside ever becomes script text.
 */
export function requestLine(verb: Verb, number: number, parameters: Parameters): string {
  return `Invoke-Verb '${verb}' ${String(number)} '${inAscii(signedJson(parameters))}'`
}

/**
 * PowerShell takes a text that looks like a date for a date when it reads JSON, and a checkpoint may be named like
 * one; with a sign in front, which Invoke-Verb takes away again, no text looks like a date.
 */
function signedJson(parameters: Parameters): string {
  return JSON.stringify(parameters, (_key, value: unknown) =>
    typeof value === 'string' ? `=${value}` : value,
  )
}

/** The same JSON in printable ASCII without an apostrophe. */
export function inAscii(json: string): string {
  return json.replace(/[^\x20-\x26\x28-\x7e]/g, escaped)
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
