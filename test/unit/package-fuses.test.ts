import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// @ts-expect-error What packs runs before anything is built, so it is plain JavaScript.
import * as module from '../../build/set-fuses.mjs'
import { expectedFuses } from '../support/expected-fuses.ts'

const { setFuses } = module as { readonly setFuses: (program: string, settings: unknown) => void }

const mark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'savepoint-fuses-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** A file that holds fuses as Electron's program does: in the midst of other bytes. */
function programWith(fuses: string, version = 1, before = mark): string {
  const file = join(folder, 'Savepoint.exe')
  const list = Buffer.concat([Buffer.from(before), Buffer.from([version, fuses.length]), Buffer.from(fuses)])
  writeFileSync(file, Buffer.concat([Buffer.from('MZ before'), list, Buffer.from('after 000000000')]))
  return file
}

describe('The fuses of the packed program', () => {
  it('are all nine set, in Electron’s order, and no other byte is', () => {
    const file = programWith('101110110')
    setFuses(file, expectedFuses)
    expect(readFileSync(file, 'latin1')).toBe(`MZ before${mark}\x01\x09010011001after 000000000`)
  })

  it('stay as they are where they are set already', () => {
    const file = programWith('101110110')
    setFuses(file, expectedFuses)
    const once = readFileSync(file)
    setFuses(file, expectedFuses)
    expect(readFileSync(file)).toEqual(once)
  })

  it.each([
    ['an Electron with a tenth fuse', '1011101101', 1, mark, 'Electron has 10 fuses, and 9 are set'],
    ['an Electron with eight', '10111011', 1, mark, 'Electron has 8 fuses, and 9 are set'],
    ['a list of another version', '101110110', 2, mark, 'of version 2'],
    ['a program that is not Electron’s', '101110110', 1, 'nothing', 'not Electron’s program'],
    ['a program with two lists', '101110110', 1, mark + mark, 'more than one list'],
  ])('are refused for %s, which is left as it was', (_what, fuses, version, before, sentence) => {
    const file = programWith(fuses, version, before)
    const was = readFileSync(file)
    expect(() => {
      setFuses(file, expectedFuses)
    }).toThrow(sentence)
    expect(readFileSync(file)).toEqual(was)
  })

  it.each(Object.keys(expectedFuses))('are refused where nobody says %s', (name) => {
    const file = programWith('101110110')
    expect(() => {
      setFuses(file, { ...expectedFuses, [name]: undefined })
    }).toThrow(`does not say ${name}.`)
  })
})
