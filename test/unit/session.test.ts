import { describe, expect, it, vi } from 'vitest'
import { AppError } from '#contract/errors'
import type { Session } from '../../electron/hyperv/powershell/session.ts'
import { isRunning } from '../stand-in/is-running.ts'
import { openFakeSession, type FakeSession, type Step } from '../stand-in/open-fake-session.ts'

const hour = 60 * 60_000
const wellBehaved: Step = {}
const list: Step = {
  say: ['{mark} {number} part {"n":1}', '{mark} {number} part {"n":2}', '{mark} {number} done {"n":3}'],
}
const listed = { parts: [{ n: 1 }, { n: 2 }], value: { n: 3 } }

describe('an answer is read', () => {
  it.each<[string, Step]>([
    ['all at once, with LF', { ...list, end: '\n' }],
    ['all at once, with CRLF', { ...list, end: '\r\n' }],
    ['byte by byte, with LF', { ...list, end: '\n', cut: 'bytes' }],
    ['byte by byte, with CRLF', { ...list, end: '\r\n', cut: 'bytes' }],
  ])('when it comes %s', async (_how, step) => {
    const { session } = openFakeSession([[wellBehaved, step]])
    expect(await session.run('list', {})).toEqual(listed)
  })

  it('when others print between, before and after it', async () => {
    const say = [
      '\uFEFFWARNING: this is a warning',
      '\u001B[?1h{mark} {number} part {"n":1}',
      '{mark} 999 done {"n":"of nobody"}',
      '   ',
      'no end of line {mark} {number} part {"n":2}',
      '{mark} {number} done {"n":3}',
      '{mark} {number} done {"n":"once more"}',
      '{mark} 1 done {"n":"the greeting again"}',
    ]
    const { session, asked } = openFakeSession([[wellBehaved, { say }]])
    expect(await session.run('list', {})).toEqual(listed)
    expect(await session.run('read-vm', { vmId: 'x' })).toMatchObject({ value: { process: 1 } })
    expect(asked(2)).toEqual([])
  })

  it('when the error stream is flooded first', async () => {
    const { session } = openFakeSession([[wellBehaved, { errors: 2_000_000 }, list]])
    await session.run('read-vm', {})
    expect(await session.run('list', {})).toEqual(listed)
  })

  it('in the order in which it was asked, one request at a time', async () => {
    const { session } = openFakeSession([[]])
    const answers = await Promise.all([1, 2, 3].map((n) => session.run('list', { n })))
    expect(answers.map((answer) => answer.value)).toEqual(
      [1, 2, 3].map((n) => ({ process: 1, asked: { n } })),
    )
  })

  it('as a failure with its code, and the session goes on', async () => {
    const error = {
      errorId: 'InvalidState',
      category: 'InvalidOperation',
      message: 'Falscher Zustand',
      service: null,
    }
    const say = [`{mark} {number} failed ${JSON.stringify(error)}`]
    const { session } = openFakeSession([[wellBehaved, { say }]])
    expect(await failure(session.run('apply', {}))).toMatchObject({
      code: 'wrong-state',
      detail: 'Falscher Zustand',
    })
    expect(await session.run('list', {})).toMatchObject({ value: { process: 1 } })
  })
})

describe('a process that is lost', () => {
  const losses: readonly [string, Step][] = [
    ['ends instead of answering', { say: [], exit: 3 }],
    ['ends in the middle of an answer', { say: ['{mark} {number} part {"n":1}', '{mark} {num'], exit: 0 }],
    ['answers what is no JSON', { say: ['{mark} {number} done {"n":'] }],
    ['answers by another protocol', { say: ['{mark} and now?'] }],
  ]
  it.each(losses)('is replaced, and reading is tried once more, when it %s', async (_how, step) => {
    const { session, asked } = openFakeSession([
      [wellBehaved, step],
      [wellBehaved, list],
    ])
    expect(await session.run('list', {})).toEqual(listed)
    expect([verbs(asked(1)), verbs(asked(2))]).toEqual([
      ['hello', 'list'],
      ['hello', 'list'],
    ])
  })

  it.each(losses)(
    'leaves the outcome of a change unknown, and is never asked twice, when it %s',
    async (_how, step) => {
      const { session, asked } = openFakeSession([[wellBehaved, step]])
      expect((await failure(session.run('apply', {}))).code).toBe('outcome-unknown')
      expect(await session.run('list', {})).toMatchObject({ value: { process: 2 } })
      expect([verbs(asked(1)), verbs(asked(2))]).toEqual([
        ['hello', 'apply'],
        ['hello', 'list'],
      ])
    },
  )

  it('is given up on when it is lost twice', async () => {
    const dies: Step = { say: [], exit: 1 }
    const { session, asked } = openFakeSession([
      [wellBehaved, dies],
      [wellBehaved, dies],
    ])
    expect((await failure(session.run('list', {}))).code).toBe('host-lost')
    expect(asked(3)).toEqual([])
  })

  it('is replaced when it went while nothing was asked', async () => {
    const { session } = openFakeSession([[wellBehaved, { exit: 0 }]])
    await session.run('list', {})
    expect(await session.run('list', {})).toMatchObject({ value: { process: 2 } })
  })
})

describe('a process that hangs', () => {
  const hangs: Step = { say: [], child: true }

  it('is ended with all that it started at the deadline, and reading is tried once more', async () => {
    const { session, clock, asked } = openFakeSession([
      [wellBehaved, hangs],
      [wellBehaved, list],
    ])
    const answer = session.run('list', {})
    const child = await startedBy(asked, 'list')
    await clock.advance(hour)
    expect(await answer).toEqual(listed)
    await vi.waitUntil(() => !isRunning(child))
  })

  it('leaves the outcome of a change unknown, which is said once nothing of it runs any more', async () => {
    const { session, clock, asked } = openFakeSession([[wellBehaved, hangs]])
    let child = 0
    const answer = failure(session.run('rename', {})).then(({ code }) => [code, isRunning(child)])
    child = await startedBy(asked, 'rename')
    await clock.advance(hour)
    expect(await answer).toEqual(['outcome-unknown', false])
  })

  it('is said to have timed out where it never greets', async () => {
    const { session, clock, asked } = openFakeSession([[hangs]])
    const answer = failure(session.run('apply', {}))
    await startedBy(asked, 'hello')
    await clock.advance(hour)
    expect((await answer).code).toBe('timeout')
  })
})

describe('a process that can’t be started', () => {
  it('is told, and nothing was changed', async () => {
    const { session } = openFakeSession([], '/nowhere/pwsh')
    expect(await failure(session.run('apply', {}))).toMatchObject({
      code: 'powershell-missing',
      detail: expect.stringContaining('ENOENT') as unknown,
    })
  })

  it('is tried once more after a moment, then not at once, and is after a while', async () => {
    const dies: Step = { say: [], errors: 5, exit: 1 }
    const { session, clock, asked, pauses } = openFakeSession([[dies], [dies]])
    expect(await failure(session.run('list', {}))).toMatchObject({
      code: 'host-lost',
      detail: 'eeeee\nexit code 1',
    })
    expect(pauses).toEqual([250])
    expect((await failure(session.run('list', {}))).code).toBe('host-lost')
    expect(asked(3)).toEqual([])
    await clock.advance(1_000)
    expect(await session.run('list', {})).toMatchObject({ value: { process: 3 } })
    expect(pauses).toEqual([250, 500])
  })

  it('is ended where it greets in words that we do not know', async () => {
    const { session, asked } = openFakeSession([[{ say: ['{mark} {number} done "hello"'] }]])
    expect((await failure(session.run('list', {}))).code).toBe('operation-failed')
    const [, pid] = asked(1)[0]!.split(' ')
    await vi.waitUntil(() => !isRunning(Number(pid)))
  })

  it('is the one that was asked for, whatever NODE_POWERSHELL says', async () => {
    vi.stubEnv('NODE_POWERSHELL', '/nowhere/pwsh')
    const { session } = openFakeSession([[]])
    await expect(session.hello()).resolves.toMatchObject({ version: '7.6.5', rights: 'unknown' })
    vi.unstubAllEnvs()
  })
})

describe('closing', () => {
  it('ends the process, answers what is open, and starts no other', async () => {
    const { session, asked } = openFakeSession([[wellBehaved, { say: [], child: true }]])
    const answer = failure(session.run('apply', {}))
    const child = await startedBy(asked, 'apply')
    await session.close()
    expect((await answer).code).toBe('outcome-unknown')
    await vi.waitUntil(() => !isRunning(child))
    expect((await failure(session.run('list', {}))).code).toBe('host-lost')
    expect(asked(2)).toEqual([])
  })

  it('lets a process that rests leave by itself', async () => {
    const { session, asked } = openFakeSession([[]])
    await session.hello()
    const [, pid] = asked(1)[0]!.split(' ')
    await session.close()
    await vi.waitUntil(() => !isRunning(Number(pid)))
  })
})

async function failure(request: ReturnType<Session['run']>): Promise<AppError> {
  const error: unknown = await request.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error
  expect.fail(`Expected an AppError, got ${String(error)}`)
}

function verbs(asked: readonly string[]): readonly (string | undefined)[] {
  return asked.map((line) => line.split(' ')[0])
}

/** The process that the shell noted with this request, as soon as the request has come in. */
async function startedBy(asked: FakeSession['asked'], verb: string): Promise<number> {
  const line = await vi.waitUntil(() => asked(1).find((each) => each.startsWith(`${verb} `)))
  return Number(line.split(' ')[1])
}
