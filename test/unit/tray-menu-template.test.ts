import { describe, expect, it, vi } from 'vitest'
import type { TrayAction, TrayEntry } from '#contract/tray-entry'
import { trayMenuTemplate } from '../../electron/desktop/tray-menu-template.ts'
import { exampleVm } from '../support/example-vm.ts'

const { id: vmId } = exampleVm()
const checkpoint: TrayAction = { do: 'checkpoint', vmId, reason: null }

describe('The menu as Windows draws it', () => {
  it('has what the tray’s menu has, in its order and its levels', () => {
    const entries: readonly TrayEntry[] = [
      { kind: 'words', label: 'Connecting…' },
      { kind: 'separator' },
      {
        kind: 'menu',
        id: 'machine',
        label: 'R&D\tserver',
        entries: [
          { kind: 'action', id: 'now', label: 'Checkpoint Now', refusal: null, action: checkpoint },
          {
            kind: 'action',
            id: 'revert',
            label: 'Revert…',
            refusal: 'It has no checkpoint.',
            action: checkpoint,
          },
        ],
      },
    ]
    expect(trayMenuTemplate(entries, vi.fn())).toEqual([
      { label: 'Connecting…', enabled: false },
      { type: 'separator' },
      {
        id: 'machine',
        label: 'R&&D server',
        submenu: [
          { id: 'now', label: 'Checkpoint Now', enabled: true, click: expect.any(Function) as unknown },
          {
            id: 'revert',
            label: 'Revert… (It has no checkpoint.)',
            enabled: false,
            click: expect.any(Function) as unknown,
          },
        ],
      },
    ])
  })

  it('does what an entry is for', () => {
    const act = vi.fn()
    const [item] = trayMenuTemplate(
      [{ kind: 'action', id: 'now', label: 'Checkpoint Now', refusal: null, action: checkpoint }],
      act,
    )
    const click = item?.click as unknown as () => void
    click()
    expect(act.mock.calls).toEqual([[checkpoint]])
  })
})
