import { accessSync, constants } from 'node:fs'
import { posix, win32 } from 'node:path'
import { chromium } from 'playwright-core'

/** A browser for tests: the one that SAVEPOINT_CHROMIUM names, else Edge, Chrome or Chromium in its usual place; null where there is none. */
export function findChromium(): string | null {
  const named = process.env.SAVEPOINT_CHROMIUM
  if (named !== undefined && named !== '') return named
  return candidates().find(isExecutable) ?? null
}

function candidates(): readonly string[] {
  return [...usualPlaces(), chromium.executablePath()]
}

function usualPlaces(): readonly string[] {
  if (process.platform === 'win32') return windowsPlaces()
  return process.platform === 'darwin' ? macPlaces : onPath()
}

function windowsPlaces(): readonly string[] {
  const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
  const browsers = [
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Chromium', 'Application', 'chrome.exe'],
  ]
  return browsers.flatMap((browser) =>
    folders.flatMap((folder) => (folder === undefined ? [] : [win32.join(folder, ...browser)])),
  )
}

const macPlaces = [
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function onPath(): readonly string[] {
  const folders = (process.env.PATH ?? '').split(posix.delimiter).filter((folder) => folder !== '')
  const names = [
    'microsoft-edge',
    'microsoft-edge-stable',
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
  ]
  return names.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
