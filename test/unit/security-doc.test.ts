import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url)
const text = readFileSync(new URL('docs/security.md', root), 'utf8')
const rows = text
  .slice(text.indexOf('## The shell'), text.indexOf('## The package'))
  .split('\n')
  .filter((line) => /^\|\s*\d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

/** What stands in backticks and has a folder in front of it. */
function pathsIn(words: string): readonly string[] {
  return [...words.matchAll(/`((?:electron|renderer|build|test)\/[^`\s]+)`/g)].map(([, path]) => path ?? '')
}

/** A title may hold `%s` and the like, as it is written in the source. */
const sources = ['unit', 'component', 'e2e']
  .map((folder) => fileURLToPath(new URL(`test/${folder}/`, root)))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => readFileSync(`${folder}${file}`, 'utf8')),
  )

describe('The table of what is held for safety', () => {
  it('names a test in each row, and leaves no cell empty', () => {
    const poor = rows.filter((cells) => {
      const tests = pathsIn(cells.at(-2) ?? '').filter((path) => path.startsWith('test/'))
      return tests.length === 0 || cells.slice(1, -1).includes('')
    })
    expect([rows.length, poor.map(([, number]) => number)]).toEqual([20, []])
  })

  it('names files that there are', () => {
    const paths = pathsIn(text)
    const missing = paths.filter((path) => !existsSync(fileURLToPath(new URL(path, root))))
    expect([paths.length > 40, missing]).toEqual([true, []])
  })
})

describe('The table of goals', () => {
  const goals = text
    .split('\n')
    .filter((line) => /^\|\s*S\d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const shown = goals.map((cells) =>
    [...(cells[3] ?? '').matchAll(/`([^`]+)`/g)].map(([, each]) => each ?? ''),
  )

  it('has a row for each, with what shows it', () => {
    expect(goals.map(([, goal]) => goal)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7'])
    expect(shown.filter((each) => each.length === 0)).toEqual([])
  })

  it('names tests and commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>
    }
    const missing = shown
      .flat()
      .filter((each) =>
        each.startsWith('npm run ')
          ? scripts[each.slice('npm run '.length)] === undefined
          : !sources.some((source) => source.includes(`'${each}'`)),
      )
    expect(missing).toEqual([])
  })
})
