import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
// @ts-expect-error What packs runs before anything is built, so it is plain JavaScript.
import * as module from '../../build/icons/drawings.mjs'

interface Drawing {
  readonly file: string
  readonly size: number
  readonly drawing: string
}
const { iconDrawing, iconSizes, trayDrawings } = module as {
  readonly iconDrawing: () => string
  readonly iconSizes: readonly number[]
  readonly trayDrawings: () => readonly Drawing[]
}

const programFolder = fileURLToPath(new URL('../../build/icons', import.meta.url))
const trayFolder = fileURLToPath(new URL('../../electron/desktop/icons', import.meta.url))
const drawings = trayDrawings()

function madeFrom(folder: string): unknown {
  return JSON.parse(readFileSync(join(folder, 'made-from.json'), 'utf8'))
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

/** What the head of a PNG says of it; the colour type 6 is red, green, blue and how much shines through. */
function headOf(png: Buffer): object {
  return {
    isPng: png.toString('latin1', 1, 4) === 'PNG',
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    colourType: png[25],
  }
}

/** The images of a Windows icon, each by the size that its entry says. */
function imagesOf(icon: Buffer): readonly { readonly size: number; readonly png: Buffer }[] {
  return Array.from({ length: icon.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index
    const [length, offset] = [icon.readUInt32LE(at + 8), icon.readUInt32LE(at + 12)]
    return { size: icon.readUInt8(at) || 256, png: icon.subarray(offset, offset + length) }
  })
}

describe('The icons that are kept', () => {
  it('were drawn from the drawings that there are', () => {
    const tray = Object.fromEntries(drawings.map(({ file, drawing }) => [file, hashOf(drawing)]))
    expect(madeFrom(programFolder)).toEqual({ 'icon.ico': hashOf(iconDrawing()) })
    expect(madeFrom(trayFolder)).toEqual(tray)
  })

  it('have the sizes that Windows asks for', () => {
    const images = imagesOf(readFileSync(join(programFolder, 'icon.ico')))
    expect(images.map(({ size }) => size)).toEqual(iconSizes)
    for (const { size, png } of images)
      expect(headOf(png)).toEqual({ isPng: true, width: size, height: size, colourType: 6 })
  })

  it('are for the tray each state, for both taskbars and at every scale, and nothing else', () => {
    const states = ['normal', ...[0, 25, 50, 75, 100].map((each) => `working-${String(each)}`), 'attention']
    const expected = states.flatMap((state) =>
      ['light', 'dark'].flatMap((taskbar) =>
        [16, 20, 24, 32].map((size) => `${state}-${taskbar}-${String(size)}.png`),
      ),
    )
    expect(readdirSync(trayFolder).sort()).toEqual([...expected, 'made-from.json'].sort())
  })

  it.each(drawings)('has $file at its size, with what is behind it shining through', ({ file, size }) => {
    expect(headOf(readFileSync(join(trayFolder, file)))).toEqual({
      isPng: true,
      width: size,
      height: size,
      colourType: 6,
    })
  })

  it('are of no two states the same', () => {
    const hashes = drawings.map(({ file }) => hashOf(readFileSync(join(trayFolder, file))))
    expect(new Set(hashes).size).toBe(drawings.length)
  })
})
