import { spawnSync } from 'node:child_process'
import type { EventEmitter } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Log } from '../../electron/core/ports.ts'
import { createConsoleLog } from '../../electron/storage/console-log.ts'
import { openLog } from '../../electron/storage/open-log.ts'
import { withoutHome } from '../../electron/storage/without-home.ts'
import { createManualClock } from '../support/manual-clock.ts'

/** Its types leave out what only the runtime emits. */
const emitter = process as Pick<EventEmitter, 'emit'>

let root: string
let folder: string
let stderr: string[]
let console: Log

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'savepoint-log-'))
  folder = join(root, 'logs')
  stderr = []
  console = createConsoleLog(undefined, (line) => stderr.push(line))
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true })
  })
})

function opened(): ReturnType<typeof openLog> {
  const log = openLog(folder, console, createManualClock(Date.parse('2026-11-21T10:00:00.000Z')))
  onTestFinished(log.close)
  return log
}

function lines(name = 'savepoint.log'): readonly string[] {
  return readFileSync(join(folder, name), 'utf8').split(/\r?\n/).slice(0, -1)
}

describe('The log', () => {
  it('is a file of lines with a time each, whatever is in them, without what only debugging wants', () => {
    const { log } = opened()
    log.info('100% %c %s', { outcome: 'done', milliseconds: 12 })
    log.warn('odd', { text: 'two\nlines\r and “Zürich” 🙂' })
    log.debug('much')
    expect(lines()).toEqual([
      '2026-11-21T10:00:00.000Z info 100% %c %s outcome="done" milliseconds=12',
      '2026-11-21T10:00:00.000Z warn odd text="two\\nlines\\r and “Zürich” 🙂"',
    ])
  })

  it('does not name the folder of whoever is signed in', () => {
    opened().log.warn('odd', { error: `ENOENT: ${join(homedir(), 'file')}` })
    expect(lines()).toEqual([expect.stringMatching(/ warn odd error="ENOENT: (~|%USERPROFILE%)[^"]*file"$/)])
  })

  it('tells warnings to whoever started the app too, and nothing else unless it is asked to', () => {
    const { log } = opened()
    log.info('quiet')
    log.warn('odd', { times: 2 })
    expect(stderr).toEqual(['warn odd times=2\n'])
  })

  it('goes on where an earlier start left off', () => {
    opened().log.info('first')
    opened().log.info('second')
    expect(lines().map((line) => line.slice(25))).toEqual(['info first', 'info second'])
  })

  it('takes five files of a megabyte at most, the oldest lines gone and none in between', () => {
    const { log } = opened()
    const length = 10_000
    const count = 700
    for (let number = 0; number < count; number++) log.info('x', { number, filling: 'x'.repeat(length) })
    const names = readdirSync(folder).toSorted()
    expect(names).toEqual([
      'savepoint.1.log',
      'savepoint.2.log',
      'savepoint.3.log',
      'savepoint.4.log',
      'savepoint.log',
    ])
    for (const name of names) expect(statSync(join(folder, name)).size).toBeLessThan(1_048_576 + 2 * length)
    const oldestFirst = [4, 3, 2, 1].map((age) => `savepoint.${String(age)}.log`)
    const numbers = [...oldestFirst, 'savepoint.log']
      .flatMap((name) => lines(name))
      .map((line) => Number(/number=(\d+)/.exec(line)?.[1]))
    expect(numbers).toEqual(Array.from(numbers, (_, index) => count - numbers.length + index))
    expect(numbers.length).toBeGreaterThan(400)
  })

  it('begins its file anew rather than to let it grow where the files can’t be renamed', () => {
    const { log } = opened()
    // Nothing can take the place of a folder with something in it.
    for (const age of [1, 2, 3, 4]) blockBy(join(folder, `savepoint.${String(age)}.log`))
    for (let number = 0; number < 250; number++) log.info('x', { number, filling: 'x'.repeat(10_000) })
    expect(statSync(join(folder, 'savepoint.log')).size).toBeLessThan(1_100_000)
    expect(lines().at(-1)).toContain('number=249')
  })

  it('cuts a line that would push all others out', () => {
    const { log } = opened()
    log.info('x', { text: 'x'.repeat(5_000_000) })
    log.info('next')
    expect([lines()[0]?.length, lines()[1]?.slice(25)]).toEqual([16_384, 'info next'])
  })

  it('is lost alone where its folder can’t be made: the app goes on, and says so once', () => {
    writeFileSync(folder, '')
    const { log, folder: where } = opened()
    log.info('nobody reads this')
    log.warn('odd')
    expect({ where, stderr }).toEqual({
      where: null,
      stderr: [expect.stringContaining('warn the log is not kept on the disk'), 'warn odd\n'],
    })
  })

  it('is lost alone where it can’t be written any more, which is said once', () => {
    const printed = [vi.spyOn(globalThis.console, 'error'), vi.spyOn(globalThis.console, 'log')]
    const { log } = opened()
    rmSync(folder, { recursive: true })
    log.info('nobody reads this')
    log.info('nor this')
    log.warn('odd')
    expect(stderr).toEqual([
      expect.stringContaining('warn the log is no longer kept on the disk'),
      'warn odd\n',
    ])
    expect(printed.map((each) => each.mock.calls)).toEqual([[], []])
  })
})

function blockBy(path: string): void {
  mkdirSync(path)
  writeFileSync(join(path, 'file'), '')
}

describe('What nobody caught', () => {
  it('is in the log with where it came from, on one line, and ends the app as before', () => {
    const before = process.listenerCount('uncaughtException')
    opened()
    emitter.emit('uncaughtExceptionMonitor', new TypeError('broken'), 'uncaughtException')
    expect(lines()).toEqual([
      expect.stringMatching(
        /^\S+ error uncaught origin="uncaughtException" error="TypeError: broken\\n {4}at .*log-files\.test\.ts.*"$/,
      ),
    ])
    expect(process.listenerCount('uncaughtException')).toBe(before)
  })

  it('is there of rejections too, of which Electron only warns', () => {
    opened()
    emitter.emit(
      'warning',
      Object.assign(new Error('nobody waited'), { name: 'UnhandledPromiseRejectionWarning' }),
    )
    expect(lines()).toEqual([expect.stringContaining('warn process warning error=')])
  })

  it.each([
    ['an error', "setImmediate(() => { throw new TypeError('broken') })", 'uncaughtException'],
    ['a rejection', "void Promise.reject(new TypeError('broken'))", 'unhandledRejection'],
  ])('ends a process of %s, as it would without a log, with the log kept', (_what, defect, origin) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', `${openAndTell};${defect}`, folder],
      { encoding: 'utf8' },
    )
    expect({ status, stderr, lines: lines() }).toEqual({
      status: 1,
      stderr: expect.stringContaining('TypeError: broken') as string,
      lines: [
        expect.stringContaining(` error uncaught origin="${origin}" error="TypeError: broken\\n    at `),
      ],
    })
  })

  it('is listened for until the log is closed', () => {
    const before = process.listenerCount('uncaughtExceptionMonitor')
    const { close } = opened()
    const meanwhile = process.listenerCount('uncaughtExceptionMonitor')
    close()
    expect([meanwhile - before, process.listenerCount('uncaughtExceptionMonitor') - before]).toEqual([1, 0])
  })
})

/** What another process does in that folder. */
const openAndTell = `
  const { openLog } = await import(${JSON.stringify(new URL('../../electron/storage/open-log.ts', import.meta.url).href)})
  const { silentLog } = await import(${JSON.stringify(new URL('../support/silent-log.ts', import.meta.url).href)})
  openLog(process.argv[1], silentLog, Date)
`

describe('The folder of whoever is signed in', () => {
  const home = 'C:\\Users\\Anna Müller'

  it.each([
    ['C:\\Users\\Anna Müller\\AppData\\x', '%USERPROFILE%\\AppData\\x'],
    ['error="at C:\\\\Users\\\\Anna Müller\\\\x.js"', 'error="at %USERPROFILE%\\\\x.js"'],
    ['file:///c:/users/Anna%20M%C3%BCller/x.js', 'file:///%USERPROFILE%/x.js'],
    ['c:\\USERS\\anna müller', '%USERPROFILE%'],
    ['C:\\Users\\Anna Müllers\\x', 'C:\\Users\\Anna Müllers\\x'],
    ['D:\\VMs\\Anna', 'D:\\VMs\\Anna'],
  ])('is not named in %s', (text, expected) => {
    expect(withoutHome(text, home, 'win32')).toBe(expected)
  })

  it.each([
    ['/home/anna/x', '~/x'],
    ['/home/anna.smith/x', '/home/anna.smith/x'],
    ['/home/ANNA/x', '/home/ANNA/x'],
  ])('is not named in %s elsewhere', (text, expected) => {
    expect(withoutHome(text, '/home/anna', 'linux')).toBe(expected)
  })

  it('is left as it is where there is none', () => {
    expect(withoutHome('/a/b', '/', 'linux')).toBe('/a/b')
  })
})
