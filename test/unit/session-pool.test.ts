import { expect, it } from 'vitest'
import { createSessionPool } from '../../electron/hyperv/powershell/session-pool.ts'
import type { Session } from '../../electron/hyperv/powershell/session.ts'
import { createManualClock } from '../support/manual-clock.ts'

const answer = { parts: [], value: {} }

interface Deferred {
  readonly promise: Promise<typeof answer>
  readonly resolve: (value: typeof answer) => void
}

function deferred(): Deferred {
  let resolve: Deferred['resolve'] = () => undefined
  const promise = new Promise<typeof answer>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

/** Sessions that answer when the test lets them, and a list of what became of each. */
function sessionsByHand(): {
  readonly create: () => Session
  readonly events: string[]
  readonly finish: (verb: string) => void
} {
  const events: string[] = []
  const finished = new Map<string, Deferred>()
  const answerTo = (verb: string): Deferred => {
    const known = finished.get(verb) ?? deferred()
    finished.set(verb, known)
    return known
  }
  let count = 0
  const create = (): Session => {
    const name = `session ${String((count += 1))}`
    return {
      hello: () => Promise.reject(new Error('Not asked here.')),
      run: (verb) => {
        events.push(`${name} runs ${verb}`)
        return answerTo(verb).promise
      },
      startAnew: () => {
        events.push(`${name} starts anew`)
      },
      facts: () => {
        throw new Error('Not asked here.')
      },
      close: () => {
        events.push(`${name} is closed`)
        return Promise.resolve()
      },
    }
  }
  const finish = (verb: string): void => {
    answerTo(verb).resolve(answer)
  }
  return { create, events, finish }
}

it('lets as many requests run at once as there may be sessions, and the rest wait for the first that is free', async () => {
  const { create, events, finish } = sessionsByHand()
  const pool = createSessionPool(create, 2, createManualClock())
  const exporting = pool.run('export', {})
  const applying = pool.run('apply', {})
  const renaming = pool.run('rename', {})
  finish('export')
  finish('apply')
  await Promise.all([exporting, applying])
  finish('rename')
  await renaming
  expect(events).toEqual(['session 1 runs export', 'session 2 runs apply', 'session 1 runs rename'])
})

it('ends a session that rests for minutes, and none that works', async () => {
  const { create, events, finish } = sessionsByHand()
  const clock = createManualClock()
  const pool = createSessionPool(create, 2, clock)
  const exporting = pool.run('export', {})
  const applying = pool.run('apply', {})
  finish('apply')
  await applying
  await clock.advance(10 * 60_000)
  expect(events.slice(2)).toEqual(['session 2 is closed'])
  finish('export')
  await exporting
  const removing = pool.run('remove', {})
  await clock.advance(10 * 60_000)
  finish('remove')
  await removing
  await pool.close()
  expect(events.slice(3)).toEqual(['session 1 runs remove', 'session 1 is closed'])
})

it('lets what cancels pass by all that is at work', async () => {
  const { create, events, finish } = sessionsByHand()
  const pool = createSessionPool(create, 1, createManualClock())
  void pool.run('export', {})
  const cancelling = pool.run('cancel', {})
  finish('cancel')
  await cancelling
  expect(events).toEqual(['session 1 runs export', 'session 2 runs cancel'])
})

it('starts each of its sessions anew, at rest or at work, where somebody asks for it', async () => {
  const { create, events, finish } = sessionsByHand()
  const pool = createSessionPool(create, 2, createManualClock())
  const renaming = pool.run('rename', {})
  void pool.run('export', {})
  finish('rename')
  await renaming
  pool.startAnew()
  expect(events.slice(2)).toEqual(['session 1 starts anew', 'session 2 starts anew'])
})
