import { readdirSync, readFileSync } from 'node:fs'
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
    const tests = [...(cells.at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, title]) => title ?? '')
    return { number: Number(cells[1]), cells, tests }
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
    const titles = [...rows.flatMap(({ tests }) => tests), ...titlesOfGoals()]
    expect(titles.filter((title) => !sources.some((source) => source.includes(`'${title}'`)))).toEqual([])
  })
})

/** What shows a goal is a title, a file or a command. */
function titlesOfGoals(): readonly string[] {
  const goals = text.split('\n').filter((line) => /^\|\s*R\d\s*\|/.test(line))
  const shown = goals.flatMap((line) => [...(line.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)])
  return shown.flatMap(([, title = '']) => (/^(test\/|npm )/.test(title) ? [] : [title]))
}

function upTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, index) => index + 1)
}
