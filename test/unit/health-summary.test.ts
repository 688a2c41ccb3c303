import { describe, expect, it } from 'vitest'
import type { HealthFinding } from '#contract/health-finding'
import { healthSummary } from '#contract/health-summary'
import { healthText } from '#contract/health-text'
import { findingAboutMachine } from '#contract/finding-about'
import type { VmId } from '#contract/model'
import { exampleVm } from '../support/example-vm.ts'

function ofMachine(number: number, severity: HealthFinding['severity'] = 'look'): HealthFinding {
  const id = `5a7e0000-0000-4000-8000-${String(number).padStart(12, '0')}` as VmId
  return findingAboutMachine({ ...exampleVm(), id }, { kind: 'count', severity, sentence: '', remedy: null })
}

function ofVolume(severity: HealthFinding['severity']): HealthFinding {
  return { ...ofMachine(0, severity), kind: 'runway', subject: { kind: 'volume', root: 'D:\\' } }
}

describe('What deserves a look is told in machines', () => {
  it.each<[string, readonly HealthFinding[]]>([
    ['nothing needs a look', []],
    ['1 virtual machine needs a look', [ofMachine(1), ofMachine(1)]],
    ['1 virtual machine needs a look, something is wrong with it', [ofMachine(1), ofMachine(1, 'wrong')]],
    ['2 virtual machines need a look', [ofMachine(1), ofMachine(2), ofMachine(1)]],
    [
      '3 virtual machines need a look, something is wrong with 2 of them',
      [ofMachine(1), ofMachine(2, 'wrong'), ofMachine(3, 'wrong'), ofMachine(3, 'wrong')],
    ],
    ['the host needs a look', [ofVolume('look')]],
    ['the host needs a look, something is wrong with the host', [ofVolume('wrong')]],
    ['1 virtual machine and the host need a look', [ofMachine(1), ofVolume('look')]],
    [
      '1 virtual machine and the host need a look, something is wrong with 1 of them',
      [ofMachine(1, 'wrong'), ofVolume('look')],
    ],
  ])('%s', (words, findings) => {
    expect(healthText.affected(healthSummary(findings))).toBe(words)
  })
})
