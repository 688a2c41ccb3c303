import { getEventListeners } from 'node:events'
import { expect, it } from 'vitest'
import { passed } from '../../electron/hyperv/powershell/passed.ts'
import { createManualClock } from '../support/manual-clock.ts'

it('waits on a signal that lives long without leaving anything on it', async () => {
  const clock = createManualClock()
  const { signal } = new AbortController()
  const waited = passed(clock, 1_000, signal)
  await clock.advance(1_000)
  await waited
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

it('ends at once where nobody wants to wait any more', async () => {
  const end = new AbortController()
  const waited = passed(createManualClock(), 1_000, end.signal)
  end.abort()
  await expect(waited).resolves.toBeUndefined()
})
