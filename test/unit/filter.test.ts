import { describe, expect, it } from 'vitest'
import { filterOf } from '../../renderer/filter.ts'
import { exampleCheckpoint, exampleVm, vmWithTree } from '../component/support/examples.ts'

const tree = vmWithTree({ notes: 'Test bench' })
const other = exampleVm(2, { checkpoints: [exampleCheckpoint(9, { name: 'Été' })] })

function hits(typed: string): readonly string[] {
  const filter = filterOf(typed)
  return [tree, other].flatMap((vm) => [
    ...(filter.shows(vm) ? [`shows ${vm.name}`] : []),
    ...(filter.marksVm(vm) ? [`marks ${vm.name}`] : []),
    ...vm.checkpoints
      .filter((_each, place) => filter.marked(vm)?.[place] === 1)
      .map(({ name }) => `marks ${name}`),
  ])
}

describe('the filter', () => {
  it.each([
    ['', ['shows WIN11-TEST', 'shows VM-2']],
    ['   ', ['shows WIN11-TEST', 'shows VM-2']],
    ['vm-2', ['shows VM-2', 'marks VM-2']],
    ['BENCH', ['shows WIN11-TEST', 'marks WIN11-TEST']],
    ['clean', ['shows WIN11-TEST', 'marks Clean install']],
    ['beta driver', ['shows WIN11-TEST', 'marks Office and tools installed']],
    [' kb5049981 ', ['shows WIN11-TEST', 'marks Before KB5049981']],
    ['E\u0301t', ['shows VM-2', 'marks Été']],
    ['nowhere', []],
  ])('“%s” finds names and notes of machines and checkpoints', (typed, found) => {
    expect(hits(typed)).toEqual(found)
  })

  it('is empty where nothing but space is typed', () => {
    expect([filterOf(' ').isEmpty, filterOf('a').isEmpty]).toEqual([true, false])
  })

  it('counts what it finds, and not what is shown for the sake of it', () => {
    const count = (typed: string): unknown => filterOf(typed).hits([tree, other])
    expect(['', 'win11', 'clean', 'nowhere'].map(count)).toEqual([
      { vms: 0, checkpoints: 0 },
      { vms: 1, checkpoints: 1 },
      { vms: 0, checkpoints: 1 },
      { vms: 0, checkpoints: 0 },
    ])
  })

  it('looks at a machine anew when the host says something else of it', () => {
    const { shows } = filterOf('renamed')
    expect([shows(tree), shows({ ...tree, name: 'Renamed' })]).toEqual([false, true])
  })
})
