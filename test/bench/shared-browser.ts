import { chromium, type Browser } from 'playwright-core'
import { findChromium } from '../support/find-chromium.ts'

let launched: Promise<Browser> | null = null

/** One browser for all cases; each has a page of its own in it. Null where none is found. */
export async function sharedBrowser(): Promise<Browser | null> {
  const executablePath = findChromium()
  if (executablePath === null) return null
  launched ??= chromium.launch({ executablePath, args: [...quiet] })
  return launched
}

export async function closeBrowser(): Promise<void> {
  await (await launched)?.close()
  launched = null
}

const quiet = [
  ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
] as const
