import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { growth } from '../soak/holdings.ts'
import { readSoakOptions } from '../soak/soak-options.ts'

const warm = { heap: 20, handles: 4, listeners: 15, files: 20, processes: 1 }

describe('the soak', () => {
  it('leaves nothing behind and grows by nothing, where it is short', { timeout: 120_000 }, async () => {
    const sizes = ['--calls', '3000', '--polls', '500', '--restarts', '10']
    const child = spawn(process.execPath, ['test/soak/run.mjs', ...sizes], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (output += text.toString()))
    const [code] = (await once(child, 'close')) as [number | null]
    // A kilobyte that each call leaves behind would be three megabytes of some fifteen.
    const ends = output.split('\n').filter((line) => line.endsWith('nothing grew, nothing was left behind.'))
    expect([code, ends.length], output).toEqual([0, 3])
  })

  it('takes for growth what is more than a twentieth of the heap, and anything more of all else', () => {
    expect(growth(warm, { ...warm, heap: 20.9 })).toEqual([])
    expect(growth(warm, { ...warm, heap: 21.1 })).toEqual(['heap'])
    expect(growth(warm, { heap: 10, handles: 5, listeners: 16, files: 21, processes: 2 })).toEqual([
      'handles (4 → 5)',
      'listeners (15 → 16)',
      'files (20 → 21)',
      'processes (1 → 2)',
    ])
  })

  it('is as long as its options say, and says its seed', () => {
    expect(readSoakOptions(['--calls', '7', '--polls=0'], 5)).toEqual({
      calls: 7,
      polls: 0,
      restarts: 10_000,
      seed: 5,
    })
    expect(() => readSoakOptions(['--calls', 'many'], 5)).toThrow('many')
    expect(() => readSoakOptions(['--call', '7'], 5)).toThrow('--call')
  })
})
