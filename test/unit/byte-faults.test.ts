import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, it, onTestFinished, vi } from 'vitest'
import { failureOf } from '#contract/errors'
import type { Session } from '../../electron/hyperv/powershell/session.ts'
import { createSession } from '../../electron/hyperv/powershell/session.ts'
import { isRunning } from '../stand-in/is-running.ts'
import { prepareFakeShell } from '../stand-in/open-fake-session.ts'
import { prepareByteProxy } from '../stand-in/prepare-byte-proxy.ts'
import { type FaultPlan, faultPlans, seedOfRun } from '../support/fault-plan.ts'

const number = Number(process.env.SAVEPOINT_PLANS ?? '16')
const seed = seedOfRun()
const fakeShell = fileURLToPath(new URL('../stand-in/fake-shell.mjs', import.meta.url))

/** Some read and some change; each is told from the others by its number. */
const requests = ['list', 'rename', 'read-vm', 'apply', 'list', 'rename', 'read-vm', 'remove'] as const
const changing = ['rename', 'apply', 'remove']

it(
  `Whatever becomes of bytes, everybody gets an answer, one's own, and nothing that changes is asked twice: SAVEPOINT_SEED=${String(seed)}`,
  async () => {
    const ends = new Set<string>()
    await fc.assert(
      fc.asyncProperty(faultPlans, async (plan) => {
        const { asked, answers, processes } = await lived(plan)
        for (const [index, { end, n }] of answers.entries()) {
          ends.add(end)
          if (end === 'done') expect(n).toBe(index)
          else expect(changing.includes(requests[index]!) ? unknowing : unreached).toContain(end)
        }
        for (const verb of changing) {
          const times = requests.filter((each) => each === verb).length
          expect(asked.filter((each) => each === verb).length).toBeLessThanOrEqual(times)
        }
        await vi.waitUntil(() => !processes.some(isRunning), { timeout: 30_000 })
      }),
      { numRuns: number, seed, endOnFailure: true },
    )
    if (number >= 16) expect([...ends]).toContain('done')
  },
  number * 10_000,
)

/** What a change that was lost is called, and what one is called that was never sent. */
const unreached = ['host-lost', 'timeout']
const unknowing = ['outcome-unknown', ...unreached]

interface Lived {
  readonly asked: readonly string[]
  readonly answers: readonly { readonly end: string; readonly n?: unknown }[]
  readonly processes: readonly number[]
}

async function lived(plan: FaultPlan): Promise<Lived> {
  const proxy = prepareByteProxy(fakeShell, plan)
  onTestFinished(proxy.remove)
  const { options, clock, asked } = prepareFakeShell([], proxy.file)
  const environment = { ...options.environment, ...proxy.environment }
  const session = createSession({ ...options, environment })
  const answers = Promise.all(requests.map((verb, n) => answerOf(session.run(verb, { n }))))
  const isOver = { yet: false }
  void answers.then(() => (isOver.yet = true))
  // What hangs is waited for until its deadline, which nobody really waits for.
  await vi.waitUntil(
    async () => {
      if (!isOver.yet) await clock.advance(20_000)
      return isOver.yet
    },
    { timeout: 60_000, interval: 300 },
  )
  await session.close()
  const lines = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    .flatMap((process) => asked(process))
    .map((line) => line.split(' '))
  return {
    asked: lines.map(([verb = '']) => verb),
    processes: [...new Set(lines.map(([, pid]) => Number(pid)))],
    answers: await answers,
  }
}

async function answerOf(answer: ReturnType<Session['run']>): Promise<Lived['answers'][number]> {
  try {
    const { value } = await answer
    return { end: 'done', n: (value as { readonly asked: { readonly n: unknown } }).asked.n }
  } catch (error) {
    return { end: failureOf(error).code }
  }
}
