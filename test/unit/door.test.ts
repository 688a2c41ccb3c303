import { expect, it, vi } from 'vitest'
import type { Handlers } from '#contract/operations'
import { createDispatcher } from '../../electron/core/dispatcher.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { silentLog } from '../support/silent-log.ts'

const handler = vi.fn(() => Promise.resolve([]))
const dispatch = createDispatcher(
  { 'vm.list': handler } as unknown as Handlers,
  silentLog,
  createManualClock(),
)

it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', '__defineGetter__'])(
  'The door knows no request that is called as what every object has: %s',
  async (name) => {
    await expect(dispatch(name, {})).resolves.toMatchObject({ error: { code: 'unknown-operation' } })
  },
)

it('The door hands on what its schema made of an input, and not what came', async () => {
  await dispatch('vm.list', { vmIds: ['ABCDEFAB-1111-4111-8111-111111111111'] })
  expect(handler.mock.calls).toEqual([[{ vmIds: ['abcdefab-1111-4111-8111-111111111111'] }]])
})

it.each([null, 7, { vmIds: ['DC01'] }, { vmIds: [], force: true }])(
  'The door calls nobody for an input that its schema does not know: %j',
  async (input) => {
    handler.mockClear()
    await expect(dispatch('vm.list', input)).resolves.toMatchObject({ error: { code: 'invalid-input' } })
    expect(handler).not.toHaveBeenCalled()
  },
)
