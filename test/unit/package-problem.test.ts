import { describe, expect, it } from 'vitest'
// @ts-expect-error What packs runs before anything is built, so it is plain JavaScript.
import * as module from '../../build/packing-problem.mjs'

const { packingProblem } = module as { readonly packingProblem: (error: unknown) => string }

const sentence =
  'Savepoint was built, but could not be packed: what electron-builder needs could not be downloaded'

describe('A packing that fails', () => {
  it.each([
    ['getaddrinfo ENOTFOUND github.com', ''],
    [
      'cannot resolve https://example.invalid/electron-v45.zip: status code 403',
      ' from https://example.invalid/electron-v45.zip',
    ],
    ['connect ECONNREFUSED 127.0.0.1:443', ''],
  ])('for want of a download, as by “%s”, is told in one sentence', (message, from) => {
    expect(packingProblem(new Error(message))).toBe(`${sentence}${from}.`)
  })

  it('for another reason is told with all that is known', () => {
    const error = new Error('configuration has an unknown property')
    expect(packingProblem(error)).toBe(error.stack)
  })
})
