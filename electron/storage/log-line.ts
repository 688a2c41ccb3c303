import type { LogValues } from '../core/ports.ts'

/** What was said and what it is about, in one line whatever is in it. */
export function logLine(level: string, said: string, values: LogValues = {}): string {
  const pairs = Object.entries(values).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
  return `${level} ${said}${pairs.join('')}`
}
