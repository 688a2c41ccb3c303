import { existsSync, readFileSync } from 'node:fs'
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
