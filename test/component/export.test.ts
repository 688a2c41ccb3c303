import { afterEach, describe, expect, it, vi } from 'vitest'
import { exampleOperation, host, vmWithTree } from './support/examples.ts'
import { accessibleName, openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

interface Kept {
  readonly exportFolder?: string
  readonly recentExportFolders?: readonly string[]
}

async function openExport(kept: Kept = {}): Promise<void> {
  window = await openWindow([vmWithTree()])
  await window.bridge.call('settings.change', kept)
  window.bridge.link()
  window.bridge.answer('host.checkFolder', {})
  window.bridge.answer('host.listFolders', {
    path: '',
    parent: null,
    folders: [{ name: 'D:\\', path: 'D:\\' }],
  })
  window.bridge.answer('checkpoint.export', exampleOperation(1, { kind: 'export-checkpoint' }))
  await window.settle()
  await window.click('gridcell', 'WIN11-TEST')
  await window.click('treeitem', 'Clean install')
  await window.click('button', 'Export…')
}

function location(): HTMLInputElement {
  return (window.find('combobox', 'Location') ?? window.get('textbox', 'Location')) as HTMLInputElement
}

function sent(name: string): readonly unknown[] {
  return window.bridge.requests.filter((request) => request.name === name).map(({ input }) => input)
}

/** What is read to those who are in the box. */
function description(): string {
  return document.getElementById(location().getAttribute('aria-describedby') ?? '')?.textContent.trim() ?? ''
}

describe('Export', () => {
  it('begins with the default folder, and with the one used last where there is none', async () => {
    await openExport({ exportFolder: 'D:\\Exports', recentExportFolders: ['E:\\Last'] })
    const atFirst = location().value
    window.close()
    await openExport({ recentExportFolders: ['E:\\Last', 'E:\\Before'] })
    expect([atFirst, location().value]).toEqual(['D:\\Exports', 'E:\\Last'])
  })

  it('takes one of the folders used lately by the arrow keys, and Enter then leaves the dialog open', async () => {
    await openExport({ exportFolder: 'D:\\Exports', recentExportFolders: ['E:\\Last', 'E:\\Before'] })
    location().focus()
    await window.press('ArrowDown')
    const offered = window.all('option').map(accessibleName)
    await window.press('ArrowDown')
    const active = document.getElementById(
      location().getAttribute('aria-activedescendant') ?? '',
    )?.textContent
    await window.press('Enter')
    expect({ offered, active, value: location().value, isOpen: window.all('option').length > 0 }).toEqual({
      offered: ['E:\\Last', 'E:\\Before'],
      active: 'E:\\Before',
      value: 'E:\\Before',
      isOpen: false,
    })
    expect(window.all('dialog').map(accessibleName)).toEqual(['Export Virtual Machine'])
  })

  it('closes the list alone by Esc, and leaves what was typed as it is', async () => {
    await openExport({ recentExportFolders: ['E:\\Last'] })
    location().focus()
    await window.press('ArrowUp')
    const wasOpen = window.all('option').length
    await window.press('Escape')
    expect([wasOpen, window.all('option').length, location().value, window.all('dialog').length]).toEqual([
      1,
      0,
      'E:\\Last',
      1,
    ])
  })

  it('keeps where it went, each folder once, newest first', async () => {
    await openExport({ recentExportFolders: ['E:\\Last', 'd:\\exports'] })
    await window.type('combobox', 'Location', 'D:\\Exports')
    await window.click('button', 'Export')
    expect([sent('checkpoint.export'), sent('settings.change').at(-1)]).toEqual([
      [expect.objectContaining({ folder: 'D:\\Exports' })],
      { recentExportFolders: ['D:\\Exports', 'E:\\Last'] },
    ])
  })

  it('says before it is sent why nothing can be written there, and takes that back for another folder', async () => {
    await openExport()
    window.bridge.refuse('host.checkFolder', {
      code: 'folder-missing',
      message: 'The folder D:\\Nowhere is not there.',
    })
    const hint = description()
    await window.type('textbox', 'Location', 'D:\\Nowhere')
    await vi.waitUntil(() => description() !== hint)
    const problem = [description(), location().getAttribute('aria-invalid')]
    await window.type('textbox', 'Location', 'D:\\Exports')
    expect({ problem, then: description(), sent: sent('checkpoint.export') }).toEqual({
      problem: ['The folder D:\\Nowhere is not there.', 'true'],
      then: hint,
      sent: [],
    })
  })

  it('says what it holds and how much that is, base disks included', async () => {
    await openExport()
    const [dialog] = window.all('dialog')
    expect(dialog?.textContent).toContain('everything up to Clean install and nothing that came after it.')
    expect(dialog?.textContent).toMatch(/That is about [\d.]+ GB on the disk\./)
  })

  it('says that it does not know how much that is, where the host does not say', async () => {
    await openExport()
    await window.press('Escape')
    window.bridge.refuse('checkpoint.details', { code: 'operation-failed', message: 'No.' })
    await window.click('button', 'Export…')
    expect(window.all('dialog')[0]?.textContent).toContain('The host does not say how much that is.')
  })

  it('finds a folder in the system’s own window, and stays as it was where none was chosen', async () => {
    await openExport({ exportFolder: 'D:\\Exports' })
    window.bridge.answer('folder.pick', { path: null })
    await window.click('button', 'Browse…')
    const kept = location().value
    window.bridge.answer('folder.pick', { path: 'E:\\Chosen' })
    await window.click('button', 'Browse…')
    expect([kept, location().value, sent('folder.pick')]).toEqual([
      'D:\\Exports',
      'E:\\Chosen',
      [{ start: 'D:\\Exports' }, { start: 'D:\\Exports' }],
    ])
  })

  it('shows the folders of the demo host, of which the system knows nothing', async () => {
    await openExport()
    await window.press('Escape')
    window.bridge.emit({ name: 'host.changed', payload: { ...host, kind: 'demo' } })
    await window.settle()
    await window.click('button', 'Export…')
    await window.click('button', 'Browse…')
    await window.click('button', 'D:\\')
    expect([location().value, sent('folder.pick')]).toEqual(['D:\\', []])
  })
})
