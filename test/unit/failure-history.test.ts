import { describe, expect, it } from 'vitest'
import { createFailureHistory } from '../../electron/core/failure-history.ts'

describe('the history of failures', () => {
  it('keeps the last twenty', () => {
    const history = createFailureHistory({ now: () => 0 })
    for (let number = 1; number <= 25; number += 1) history.note(`request-${String(number)}`, 'timeout')
    const kept = history.read().map(({ request }) => request)
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([20, 'request-6', 'request-25'])
  })

  it('counts the same failure in a row as one, at its last time', () => {
    let now = 0
    const history = createFailureHistory({ now: () => now })
    history.note('list', 'host-lost')
    now = 5
    history.note('list', 'host-lost')
    history.note('list', 'timeout')
    history.note('connect', 'timeout')
    expect(history.read()).toEqual([
      { request: 'list', code: 'host-lost', at: 5, times: 2 },
      { request: 'list', code: 'timeout', at: 5, times: 1 },
      { request: 'connect', code: 'timeout', at: 5, times: 1 },
    ])
  })
})
