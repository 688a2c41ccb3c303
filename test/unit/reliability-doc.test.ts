import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const text = readFileSync(join(root, 'docs/reliability.md'), 'utf8')
const rows = text
  .split('\n')
  .filter((line) => /^\|\s*\d+\s*\|/.test(line))
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    return { number: Number(cells[1]), cells, tests: quotedIn(cells.at(-2) ?? '') }
  })

/** A title may hold `%s` and the like, as it is written in the source. */
const sources = ['unit', 'host', 'component', 'e2e']
  .map((folder) => join(root, 'test', folder))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('reliability-doc.test.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  )

describe('The table of what may go wrong', () => {
  it('has a row for each fault, and one for each weakness, in order', () => {
    expect(rows.map(({ number }) => number)).toEqual([...upTo(76), ...upTo(12)])
  })

  it('leaves no cell empty, and names a test in each row', () => {
    const poor = rows.filter(({ cells, tests }) => tests.length === 0 || cells.slice(1, -1).includes(''))
    expect(poor.map(({ number }) => number)).toEqual([])
  })

  it('names tests that there are', () => {
    expect(rows.flatMap(({ tests }) => tests).filter((title) => !isTitle(title))).toEqual([])
  })
})

describe('The table of what is promised', () => {
  const goals = text
    .split('\n')
    .filter((line) => /^\|\s*R\d\s*\|/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))

  it('has a row for each goal, in order', () => {
    expect(goals.map(([, goal]) => goal)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8'])
  })

  it('names tests, files and commands that there are', () => {
    const shown = goals.map((cells) => quotedIn(cells.at(-2) ?? ''))
    expect(shown.filter((each) => each.length === 0)).toEqual([])
    expect(shown.flat().filter((each) => !isTitle(each) && !isFile(each) && !isCommand(each))).toEqual([])
  })
})

it('Every file and command that is named beside the tables is there', () => {
  const named = quotedIn(text).filter((each) => /^(?:electron|test)\/|npm run /.test(each))
  expect(named.filter((each) => !isFile(each) && !isCommand(each))).toEqual([])
})

function isTitle(words: string): boolean {
  return sources.some((source) => source.includes(`'${words}'`))
}

function isFile(words: string): boolean {
  return existsSync(join(root, words))
}

/** A script of the package; of the long runs, those that there are. */
function isCommand(words: string): boolean {
  const [, script = '', names = ''] = /^(?:SAVEPOINT_SEED=… )?npm run (\S+)(?: -- (.+))?$/.exec(words) ?? []
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>
  }
  const longRuns = readFileSync(join(root, 'test/long.mjs'), 'utf8')
  const areThere = names.split(' ').every((name) => name === '' || longRuns.includes(`name: '${name}'`))
  return scripts[script] !== undefined && areThere
}

function quotedIn(words: string): readonly string[] {
  return [...words.matchAll(/`([^`]+)`/g)].map(([, quoted]) => quoted ?? '')
}

function upTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, index) => index + 1)
}
