import { describe, expect, it } from 'vitest'
import { columnLayout, vmColumns, type VmColumn } from '../../renderer/vm-columns.ts'

const chosen = vmColumns.filter((column) => column !== 'version')
const noWidths = (): null => null

describe('the columns of a narrow list', () => {
  it.each([
    [900, []],
    [740, ['newest']],
    [690, ['newest', 'checkpoints']],
    [600, ['newest', 'checkpoints', 'uptime']],
    [510, ['newest', 'checkpoints', 'uptime', 'assigned-memory']],
    [390, ['newest', 'checkpoints', 'uptime', 'assigned-memory', 'cpu-usage']],
    [100, ['newest', 'checkpoints', 'uptime', 'assigned-memory', 'cpu-usage']],
  ])('give way one by one: at %i pixels %o', (room, gone) => {
    const { shown } = columnLayout(chosen, noWidths, room)
    expect(chosen.filter((column) => !shown.includes(column)).toSorted()).toEqual(gone.toSorted())
  })

  it('keep the width that one was given, and push others out for it', () => {
    const widthOf = (column: VmColumn): number | null => (column === 'state' ? 260 : null)
    const { shown, template } = columnLayout(chosen, widthOf, 800)
    expect([shown, template.split(' ')[2]]).toEqual([
      ['name', 'state', 'cpu-usage', 'assigned-memory', 'status'],
      '260px',
    ])
  })

  it('say how wide one can be without pushing another out', () => {
    const { mostOf } = columnLayout(chosen, noWidths, 900)
    const { shown } = columnLayout(chosen, (column) => (column === 'state' ? mostOf('state') : null), 900)
    expect(shown).toEqual(chosen)
  })
})
