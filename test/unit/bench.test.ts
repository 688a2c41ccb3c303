import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readBenchOptions } from '../bench/bench-options.ts'
import { chosenCases } from '../bench/chosen-cases.ts'
import { compared } from '../bench/compared.ts'
import { docsText } from '../bench/docs-text.ts'
import { openHistory, type BenchRun } from '../bench/history.ts'
import { inPieces } from '../bench/in-pieces.ts'
import { isMet, type Goal } from '../bench/goal.ts'
import { readLengths } from '../bench/peers/floor.ts'
import { floorReader } from '../bench/peers/readers.ts'
import { picture } from '../bench/picture.ts'
import { shortNumber } from '../bench/short-number.ts'
import { percentile, ratios, spreadOf } from '../bench/statistics.ts'

describe('the options of the benchmark', () => {
  it('run every case in full where nothing is said', () => {
    expect(readBenchOptions([])).toEqual({
      cases: [],
      list: false,
      isQuick: false,
      json: undefined,
      docs: false,
    })
  })

  it('name cases, and where the results go', () => {
    const parameters = ['--case', 'rt-1k', '--case=reply-40m', '--quick', '--json', 'out.json', '--docs']
    expect(readBenchOptions(parameters)).toEqual({
      cases: ['rt-1k', 'reply-40m'],
      list: false,
      isQuick: true,
      json: 'out.json',
      docs: true,
    })
  })

  it('refuse what they do not know', () => {
    expect(() => readBenchOptions(['--fast'])).toThrow('--fast')
  })
})

describe('the cases of the benchmark', () => {
  it('are all of them where none is named, and else those that are, in their own order', () => {
    const all = [{ name: 'one' }, { name: 'two' }, { name: 'three' }]
    expect(chosenCases(all, [])).toEqual(all)
    expect(chosenCases(all, ['three', 'one'])).toEqual([{ name: 'one' }, { name: 'three' }])
  })

  it('are listed where one is named that is not there', () => {
    const all = [{ name: 'one' }, { name: 'two' }]
    expect(() => chosenCases(all, ['two', 'tree'])).toThrow(
      new Error('There is no case tree. There are:\none\ntwo'),
    )
  })
})

describe('the history of the benchmark', () => {
  const run = (machine: string): BenchRun => ({
    date: '2026-11-21T10:00:00Z',
    machine,
    isQuick: true,
    results: [],
  })

  const fileOfTest = (name: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'savepoint-history-'))
    onTestFinished(() => {
      rmSync(folder, { recursive: true })
    })
    return join(folder, name)
  }

  it('keeps run after run', () => {
    const file = fileOfTest('runs.json')
    openHistory(file)(run('the first'))
    openHistory(file)(run('the second'))
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([run('the first'), run('the second')])
  })

  it('leaves a file as it is that holds anything else', () => {
    const file = fileOfTest('package.json')
    writeFileSync(file, '{"name":"savepoint"}')
    expect(() => openHistory(file)).toThrow('holds no list of runs')
    expect(readFileSync(file, 'utf8')).toBe('{"name":"savepoint"}')
  })
})

describe('an answer of the floor', () => {
  it.each([1, 3, 5, 4_096])('is the same in pieces of %i bytes, whatever follows it', (size) => {
    const frames = ['first', '', 'third'].map((text) => floorReader.framed(Buffer.from(text)))
    const bodies: string[] = []
    const read = readLengths((body) => bodies.push(body.toString('utf8')))
    for (const piece of inPieces(Buffer.concat(frames), size)) read(piece)
    expect(bodies).toEqual(['first', '', 'third'])
  })
})

describe('pieces of an answer', () => {
  it('are of one size, and the tail a byte each', () => {
    const pieces = inPieces(Buffer.from('abcdefgh'), 3, 3)
    expect(pieces.map((piece) => piece.toString('utf8'))).toEqual(['abc', 'de', 'f', 'g', 'h'])
  })
})

describe('the statistics of the benchmark', () => {
  it('give the least, the middle and the greatest, by value and not by text', () => {
    expect(spreadOf([10, 9, 100])).toEqual({ min: 9, median: 10, max: 100 })
  })

  it('give a value that was measured for every percentile', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect([50, 99, 100].map((percent) => percentile(values, percent))).toEqual([50, 99, 100])
  })

  it('compare each round with itself', () => {
    expect(ratios([1, 20, 3], [1, 10, 1])).toEqual([1, 2, 3])
  })

  it('say three digits that matter', () => {
    expect([0.012345, 12.345, 1234.5].map(shortNumber)).toEqual(['0.0123', '12.3', '1,235'])
  })
})

describe('a goal', () => {
  const goal = { id: 'P1', text: '', unit: '×', limit: 2 } as const
  it.each<[readonly number[], Goal['direction'], boolean]>([
    [[1, 2, 900], 'at most', true],
    [[1, 2.01, 2.02], 'at most', false],
    [[0, 2, 2], 'at least', true],
    [[1.99, 1, 900], 'at least', false],
    // What was not measured was not reached.
    [[], 'at most', false],
    [[], 'at least', false],
  ])('is judged by the median of %j, %s', (values, direction, expected) => {
    expect(isMet({ ...goal, values, direction })).toBe(expected)
  })
})

describe('the picture', () => {
  const row = (peer: string, value: number) =>
    ({ peer, measure: '40 MB', unit: 'ms', values: [value] }) as const
  const result = {
    name: 'reply-40m',
    title: '',
    rows: [row('floor', 50), row('ours', 100), row('node-powershell', 2_500)],
    goals: [],
    remarks: [],
  }

  it('compares every peer with ours, where ours was measured', () => {
    expect(compared([result])).toEqual([
      {
        title: 'An answer of 40 MB',
        bars: [
          { peer: 'floor', times: 0.5 },
          { peer: 'ours', times: 1 },
          { peer: 'node-powershell', times: 25 },
        ],
      },
    ])
    expect(compared([{ ...result, rows: [row('floor', 50)] }])).toEqual([])
  })

  it('draws what takes longer as a longer bar, and is fit for light and dark', () => {
    const text = picture(compared([result]))
    const lengths = [...text.matchAll(/class="bar[^>]* width="(\d+)"/g)].map(([, length]) => Number(length))
    expect(lengths.length).toBe(3)
    expect(lengths.toSorted((a, b) => a - b)).toEqual(lengths)
    expect(text).toContain('prefers-color-scheme: dark')
  })
})

describe('the documentation', () => {
  const result = (name: string, value: number) => ({
    ...{ name, title: `Title of ${name}`, goals: [], remarks: [] },
    rows: [{ peer: 'ours', measure: 'time', unit: 'ms', values: [value] } as const],
  })

  it('keeps in its place what was not measured anew, with the machine that it was measured on', async () => {
    const names = ['tree-paint', 'tree-paint-10x']
    const old = { machine: 'the old machine', results: names.map((name) => result(name, 111)) }
    const before = await docsText({ ...old, names, runs: [], before: '' })
    const anew = { machine: 'the new machine', results: [result('tree-paint', 222)] }
    const after = await docsText({ ...anew, names, runs: [], before })
    const lines = after.split('\n').filter((line) => /^## |, on: |^\| ours/.test(line))
    expect(lines).toEqual([
      '## Title of tree-paint',
      '`npm run bench -- --case tree-paint`, on: the new machine',
      expect.stringContaining('222'),
      '## Title of tree-paint-10x',
      '`npm run bench -- --case tree-paint-10x`, on: the old machine',
      expect.stringContaining('111'),
    ])
  })

  it('begins with what is missed, and says nothing of it where all is met', async () => {
    const goal = { id: 'P1', text: 'as fast', unit: '×', direction: 'at most', values: [2, 3, 4] } as const
    const measured = { machine: 'a machine', names: ['rt-1k'], runs: [], before: '' }
    const told = (limit: number): Promise<string> =>
      docsText({ ...measured, results: [{ ...result('rt-1k', 1), goals: [{ ...goal, limit }] }] })
    const titles = (text: string): readonly string[] =>
      text.split('\n').filter((each) => each.startsWith('## '))
    const missed = await told(2)
    expect(titles(missed)).toEqual(['## Goals that are missed', '## Title of rt-1k'])
    expect(missed).toMatch(/^\| P1: as fast \| at most 2 \| 3 × +\| Title of rt-1k \|$/m)
    expect(titles(await told(3))).toEqual(['## Title of rt-1k'])
    expect(await docsText({ ...measured, results: [], before: missed })).toBe(missed)
  })

  it('compares the last three whole runs where one missed a goal, and keeps that where none is told', async () => {
    const [names, machine] = [['rt-1k'], 'a machine'] as const
    const goals = (first: number, second: number): readonly Goal[] =>
      [first, second].map((value, index) => ({
        ...{ id: 'P1', text: `goal ${String(index)}`, limit: 2, direction: 'at most', unit: '×' },
        values: [value],
      }))
    const runOf = (day: number, [first, second]: readonly [number, number], isQuick = false): BenchRun => ({
      ...{ date: `2026-01-0${String(day)}T10:00:00.000Z`, machine, isQuick },
      results: [{ ...result('rt-1k', 1), goals: goals(first, second) }],
    })
    const runs = [
      runOf(1, [9, 9]),
      runOf(2, [1, 2]),
      runOf(3, [3, 1]),
      runOf(4, [8, 8], true),
      runOf(5, [4, 1]),
    ]
    const told = await docsText({ machine, names, runs, results: [], before: '' })
    const rows = told.split('\n').filter((each) => each.startsWith('| '))
    expect(rows.map((each) => each.replaceAll(/ +/g, ' '))).toEqual([
      '| Goal | Wanted | 2026-01-02 10:00 | 2026-01-03 10:00 | 2026-01-05 10:00 | Case |',
      expect.stringContaining('--'),
      '| P1: goal 0 | at most 2 × | 1 | **3** | **4** | `rt-1k` |',
    ])
    expect(await docsText({ machine, names, runs: [], results: [], before: told })).toBe(told)
    expect(await docsText({ machine, names, runs: runs.slice(0, 1), results: [], before: '' })).not.toContain(
      '##',
    )
  })
})
