import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { tsImport } from 'tsx/esm/api'
import { iconDrawing, iconSizes, trayDrawings } from './icons/drawings.mjs'
import { iconFile } from './icons/icon-file.mjs'

/**
 * npm run icons: every icon from the one drawing. They are kept in the repository, so that building needs no browser;
 * made-from.json beside them says what they were drawn from, and a test that this is the drawing that there is.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const trayFolder = join(root, 'electron', 'desktop', 'icons')

const { findChromium } = await tsImport('../test/support/find-chromium.ts', import.meta.url)
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined })
try {
  const page = await browser.newPage()
  await makeProgramIcon(page)
  await makeTrayIcons(page)
} finally {
  await browser.close()
}

async function makeProgramIcon(page) {
  const images = []
  for (const size of iconSizes) images.push({ size, png: await drawn(page, iconDrawing(), size) })
  const folder = join(root, 'build', 'icons')
  writeFileSync(join(folder, 'icon.ico'), iconFile(images))
  writeFileSync(join(folder, 'made-from.json'), asJson({ 'icon.ico': hashOf(iconDrawing()) }))
}

async function makeTrayIcons(page) {
  mkdirSync(trayFolder, { recursive: true })
  const drawings = trayDrawings()
  for (const { file, size, drawing } of drawings)
    writeFileSync(join(trayFolder, file), await drawn(page, drawing, size))
  const hashes = Object.fromEntries(drawings.map(({ file, drawing }) => [file, hashOf(drawing)]))
  writeFileSync(join(trayFolder, 'made-from.json'), asJson(hashes))
}

async function drawn(page, drawing, size) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>* { margin: 0 } svg { display: block; width: 100vw }</style>${drawing}`)
  return page.screenshot({ omitBackground: true })
}

function hashOf(text) {
  return createHash('sha256').update(text).digest('hex')
}

function asJson(value) {
  return `${JSON.stringify(value, null, 2)}\n`
}
