import { describe, expect, it } from 'vitest'
import type { Vm } from '#contract/model'
import { vmOfAnswer } from '../../electron/hyperv/powershell/list-of-reply.ts'

const cim = {
  id: '11111111-1111-4111-8111-111111111111',
  name: 'DC01',
  enabledState: 2,
  otherEnabledState: '',
  healthState: 5,
  operationalStatus: [2],
  statusDescriptions: ['Normaler Betrieb'],
  version: '10.0',
  subType: 'Microsoft:Hyper-V:SubType:2',
  createdAt: null,
  notes: '',
  policy: 3,
  automatic: false,
  location: 'D:\\Checkpoints',
  configurationFolder: 'D:\\DC01',
  replicationMode: 0,
  parentId: null,
  jobs: [],
  checkpoints: [],
}

function read(changes: Partial<typeof cim>): Vm {
  return vmOfAnswer({ cim: { ...cim, ...changes }, figures: [0, 0, 0] })
}

describe('a virtual machine in the numbers of WMI', () => {
  it.each<[number, string, Vm['state']]>([
    [2, '', 'Running'],
    [3, '', 'Off'],
    [6, '', 'Saved'],
    [9, '', 'Paused'],
    [32_768, '', 'Paused'],
    [32_769, '', 'Saved'],
    [32_770, '', 'Starting'],
    [32_774, '', 'Stopping'],
    [32_779, '', 'Saved'],
    [1, 'Hibernated', 'Hibernated'],
    [1, 'Of a version to come', 'Other'],
    [4_711, '', 'Other'],
  ])('whose state is %i, “%s”, is %s', (enabledState, otherEnabledState, state) => {
    expect(read({ enabledState, otherEnabledState }).state).toBe(state)
  })

  it.each([5, 20, 25])('in health %i is critical unless it is well, and keeps its state', (healthState) => {
    expect(read({ healthState, enabledState: 9 })).toMatchObject({
      state: 'Paused',
      isCritical: healthState !== 5,
    })
  })

  it('says by its last description what is done with it, and nothing while all is well', () => {
    const statusDescriptions = ['In Betrieb', 'Datenträger werden zusammengeführt']
    expect(read({ operationalStatus: [11, 32_772], statusDescriptions }).statusText).toBe(
      'Datenträger werden zusammengeführt',
    )
    expect(read({}).statusText).toBe('')
  })
})
