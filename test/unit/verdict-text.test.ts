import { describe, expect, it } from 'vitest'
import { fallbackSentence } from '#contract/fallback-text'
import { BackupService } from '#contract/readiness'
import type { Verdict } from '#contract/verdict'
import { verdictLine, verdictSentence, verdictWord } from '#contract/verdict-text'

const verdicts: readonly Verdict[] = [
  { kind: 'production' },
  { kind: 'standard', why: 'policy' },
  { kind: 'standard', why: 'saved' },
  { kind: 'standard', why: 'paused' },
  { kind: 'standard', why: 'hibernated' },
  { kind: 'standard', why: 'service-silent' },
  { kind: 'standard', why: 'service-disabled' },
  { kind: 'standard', why: 'service-absent' },
  { kind: 'offline' },
  { kind: 'refused', refusal: { code: 'not-allowed', message: 'It can’t be.' }, remedies: [] },
  { kind: 'open', otherwise: 'standard' },
  { kind: 'open', otherwise: 'refused' },
]

describe('A verdict', () => {
  it('is one line with the reason where it is not what was asked for', () => {
    expect(verdicts.map(verdictLine)).toEqual([
      'Production',
      'Standard, with memory',
      'Standard, because the virtual machine is saved',
      'Standard, because the virtual machine is paused',
      'Standard, because the virtual machine is hibernated',
      'Standard, because the guest’s backup service does not answer',
      'Standard, because the guest’s backup service is turned off',
      'Standard, because the guest has no backup service',
      'Disk only, because the virtual machine is off',
      'Refused: It can’t be.',
      'Production, or standard if the guest can’t make one',
      'Production, or none if the guest can’t make one',
    ])
  })

  it('is a word in a menu', () => {
    expect(new Set(verdicts.map(verdictWord))).toEqual(
      new Set(['Production', 'Standard', 'Disk only', 'Refused', 'Not known yet']),
    )
  })

  it('says in finished sentences what follows from it', () => {
    const sentences = verdicts.map(verdictSentence)
    expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([])
    expect(new Set(sentences).size).toBe(verdicts.length)
    expect(sentences[5]).toBe(
      'This will be a standard checkpoint and not a production one, because the guest’s backup service does not answer. It holds the memory too, so what runs now goes on from here after it is applied.',
    )
  })
})

it('A fallback is told in one sentence, with the reason as far as it is known', () => {
  expect(BackupService.options.map((backupService) => fallbackSentence({ backupService }))).toEqual([
    'A production checkpoint was not possible although the guest’s backup service answered before, so this is a standard one, with memory.',
    'A production checkpoint was not possible although the guest’s backup service answered before, so this is a standard one, with memory.',
    'A production checkpoint was not possible because the guest’s backup service did not answer, so this is a standard one, with memory.',
    'A production checkpoint was not possible because the guest’s backup service is turned off, so this is a standard one, with memory.',
    'A production checkpoint was not possible because the guest has no backup service, so this is a standard one, with memory.',
    'A production checkpoint was not possible, so this is a standard one, with memory.',
  ])
})
