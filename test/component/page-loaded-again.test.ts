import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useSelection } from '../../renderer/stores/selection.ts'
import { checkpointId, exampleVm, vmId, vmWithTree } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

const machines = [vmWithTree(), exampleVm(2, { name: 'SQL-PROD' }), exampleVm(3, { name: 'SQL-TEST' })]

beforeEach(async () => {
  window = await openWindow(machines)
})
afterEach(() => {
  window.close()
})

/** As after a crash: nothing of the page is left but what its tab keeps. */
async function loadAgain(): Promise<void> {
  window.leave()
  window = await openWindow(machines)
}

function shown() {
  const selected = (role: string): readonly string[] =>
    window
      .all(role)
      .filter((each) => each.getAttribute('aria-selected') === 'true')
      .map((each) => each.textContent)
  return { machines: selected('row'), checkpoints: selected('treeitem'), filter: useSelection().filter }
}

describe('A page that is loaded again', () => {
  it('shows the machine, the checkpoint and the filter that it showed before', async () => {
    const selection = useSelection()
    selection.filter = 'KB50'
    selection.selectVm(vmId(1))
    selection.selectInTree(checkpointId(3))
    await window.settle()
    const before = shown()
    await loadAgain()
    expect(shown()).toEqual(before)
    expect([before.machines.length, before.checkpoints.length, before.filter]).toEqual([1, 1, 'KB50'])
  })

  it('shows all machines that were selected', async () => {
    useSelection().selectVms([vmId(2), vmId(3)], vmId(3))
    await window.settle()
    const before = shown()
    await loadAgain()
    expect(shown()).toEqual(before)
    expect(before.machines.length).toBe(2)
  })

  it('shows what is still there of it', async () => {
    const selection = useSelection()
    selection.selectVm(vmId(9))
    selection.selectInTree(checkpointId(9))
    await window.settle()
    await loadAgain()
    expect(shown().machines).toEqual([])
  })
})
