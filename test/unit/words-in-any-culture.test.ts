import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { matchingMachines } from '#contract/matching-machines'
import { CheckpointName } from '#contract/inputs'
import { defaultNameTemplate, nameFromTemplate } from '#contract/name-template'
import { filterOf } from '../../renderer/filter.ts'
import { exampleVm } from '../support/example-vm.ts'

const at = Date.UTC(2026, 10, 22, 13, 14, 15)

describe('On a Turkish computer', () => {
  beforeEach(() => {
    const original = Object.getOwnPropertyDescriptor(String.prototype, 'toLocaleLowerCase')?.value as (
      this: string,
      locale: string,
    ) => string
    vi.spyOn(String.prototype, 'toLocaleLowerCase').mockImplementation(function (this: string) {
      return original.call(this, 'tr')
    })
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it.each([
    ['WIN01', 'win'],
    ['win01', 'WIN'],
    ['İSTANBUL', 'ist'],
    ['SINAV', 'sınav'],
    ['sınav', 'SINAV'],
  ])('%s is found by %s, in the window and in the tray', (name, typed) => {
    const vm = exampleVm({ name })
    expect(filterOf(typed).shows(vm)).toBe(true)
    expect(matchingMachines([{ vm, isFavourite: false }], typed)).toHaveLength(1)
  })
})

describe('The name that a checkpoint gets', () => {
  it.each(['ar-SA', 'fa-IR', 'th-TH', 'tr-TR', 'he-IL', 'de-DE', 'ja-JP-u-ca-japanese'])(
    'is one that Hyper-V takes, whatever date and time look like in %s',
    (locale) => {
      const name = nameFromTemplate(defaultNameTemplate, { vmName: 'DC01', at, locale })
      expect(CheckpointName.safeParse(name).success).toBe(true)
    },
  )
})
