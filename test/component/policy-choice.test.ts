import { describe, expect, it } from 'vitest'
import type { CheckpointPolicy, CheckpointType } from '#contract/model'
import { policyChanges, sharedChoice } from '../../renderer/dialogs/policy-choice.ts'

function policy(type: CheckpointType, changes: Partial<CheckpointPolicy> = {}): CheckpointPolicy {
  return { type, automatic: false, location: 'D:\\VMs', ...changes }
}

describe('what the page shows', () => {
  it.each([
    ['Disabled', { isEnabled: false, kind: 'production', hasFallback: true }],
    ['Production', { isEnabled: true, kind: 'production', hasFallback: true }],
    ['ProductionOnly', { isEnabled: true, kind: 'production', hasFallback: false }],
    ['Standard', { isEnabled: true, kind: 'standard', hasFallback: true }],
  ] as const)('of one machine that is set to %s', (type, shown) => {
    expect(sharedChoice([policy(type)])).toEqual({ ...shown, automatic: false, location: 'D:\\VMs' })
  })

  it.each([
    ['all but the kind', ['Production', 'Standard'], { isEnabled: true, kind: null, hasFallback: true }],
    [
      'the kind',
      ['Production', 'ProductionOnly'],
      { isEnabled: true, kind: 'production', hasFallback: null },
    ],
    [
      'the kind of those with one',
      ['Disabled', 'Standard'],
      { isEnabled: null, kind: 'standard', hasFallback: true },
    ],
    [
      'nothing of the type',
      ['Disabled', 'ProductionOnly', 'Standard', 'Production'],
      { isEnabled: null, kind: null, hasFallback: null },
    ],
  ] as const)('of several that share %s', (_what, types, shown) => {
    expect(sharedChoice(types.map((type) => policy(type)))).toMatchObject(shown)
  })

  it('of several with different folders and automatic checkpoints', () => {
    const one = policy('Production')
    const other = policy('Production', { automatic: true, location: 'E:\\VMs' })
    expect(sharedChoice([one, other])).toMatchObject({ automatic: null, location: null })
  })
})

describe('what is sent', () => {
  it.each([
    ['turns off', { isEnabled: false }, ['–', 'Disabled', 'Disabled', 'Disabled']],
    ['turns on', { isEnabled: true }, ['Production', '–', '–', '–']],
    ['chooses standard', { kind: 'standard' }, ['–', 'Standard', 'Standard', '–']],
    ['chooses production', { kind: 'production' }, ['–', '–', '–', 'Production']],
    ['allows falling back', { hasFallback: true }, ['–', '–', 'Production', '–']],
    ['forbids falling back', { hasFallback: false }, ['–', 'ProductionOnly', '–', '–']],
    [
      'chooses production without falling back',
      { kind: 'production', hasFallback: false },
      ['–', 'ProductionOnly', '–', 'ProductionOnly'],
    ],
  ] as const)(
    'who %s changes that and nothing else, of each of the four types',
    (_what, chosen, expected) => {
      const types = ['Disabled', 'Production', 'ProductionOnly', 'Standard'] as const
      const sent = types.map((type) => policyChanges(policy(type), chosen))
      expect(sent.map(({ type = '–', ...others }) => [type, others])).toEqual(
        expected.map((type) => [type, {}]),
      )
    },
  )

  it('is nothing where what was chosen is so already', () => {
    const chosen = { isEnabled: true, automatic: false, location: 'D:\\VMs' }
    expect(policyChanges(policy('ProductionOnly'), chosen)).toEqual({})
  })
})
