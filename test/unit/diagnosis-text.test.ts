import { describe, expect, it } from 'vitest'
import type { Finding } from '#contract/diagnosis'
import { diagnosisSummary, diagnosisText } from '#contract/diagnosis-text'

const service: Finding = {
  subject: 'Hyper-V service',
  state: 'wrong',
  sentence: 'It is not running.',
  remedy: { instruction: 'Run this:', command: 'Start-Service vmms' },
  details: ['Der Dienst\nläuft nicht.'],
}
const cmdlets: Finding = {
  subject: 'Hyper-V cmdlets',
  state: 'good',
  sentence: 'They answer.',
  remedy: null,
  details: [],
}
const madeAt = '2026-11-21T10:00:00.000Z'

describe('a diagnosis as plain text', () => {
  it('names each finding with its state, its remedy and the host’s own words', () => {
    expect(diagnosisText({ madeAt, findings: [service, cmdlets] })).toBe(
      `Why can’t I see my virtual machines?
One thing is wrong.
Looked at 2026-11-21T10:00:00.000Z

[Wrong] Hyper-V service
  It is not running.
  Run this:
    Start-Service vmms
  - Der Dienst
  - läuft nicht.

[Good] Hyper-V cmdlets
  They answer.
`,
    )
  })

  it.each([
    [[cmdlets], 'Nothing is wrong between Savepoint and Hyper-V.'],
    [[service, cmdlets], 'One thing is wrong.'],
    [[service, service], '2 things are wrong. The first may be the cause of the others.'],
  ])('says in one sentence what it comes to', (findings, sentence) => {
    expect(diagnosisSummary({ madeAt, findings })).toBe(sentence)
  })
})
