import { afterEach, describe, expect, it } from 'vitest'
import type { VmCosts } from '#contract/machine-costs'
import { exampleVmCosts } from './support/example-vm-costs.ts'
import { vmWithTree } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

const gigabyte = 1_073_741_824

/** The examples with every size known. */
function known(changes: Partial<VmCosts> = {}): VmCosts {
  const costs = exampleVmCosts()
  const checkpoints = costs.checkpoints.map((each) => ({
    ...each,
    disks: each.disks.map((disk) => ({
      ...disk,
      chain: disk.chain.map(({ path, size }) => ({ path, size: size ?? gigabyte })),
    })),
  }))
  return { ...costs, checkpoints, ...changes }
}

async function ask(
  checkpoint: string,
  command = 'Delete Checkpoint…',
  answer: unknown = known(),
): Promise<void> {
  window = await openWindow([vmWithTree()])
  window.bridge.answer('vm.costs', answer)
  await window.click('gridcell', 'WIN11-TEST')
  await window.click('treeitem', checkpoint)
  await window.click('button', command)
}

function told(): readonly string[] {
  return [...window.get('region', 'What it does to the files').querySelectorAll('dt')].map(
    (term) => `${term.textContent}: ${term.nextElementSibling?.textContent.trim() ?? ''}`,
  )
}

describe('what a delete does to the files', () => {
  it('is said before the answer: what is merged, what goes, and what that frees', async () => {
    await ask('Office and tools installed')
    expect(told()).toEqual([
      'Gone at once: 1 file, 8 GB',
      'Merged: Nothing',
      'Kept for now: 1 file, 2 GB, until less builds on it',
      'Room for it: None is needed',
      'Frees in all: 8 GB',
    ])
  })

  it('is a range where nobody can tell how a merge goes, with the room that it may need', async () => {
    await ask('Office and tools installed', 'Delete Checkpoint Subtree…')
    expect(told()).toEqual([
      'Gone at once: 3 files, 13 GB',
      'Merged: 1 file, 2 GB to 3 GB to move',
      'Kept for now: Nothing',
      'Room for it: D:\\ needs up to 3 GB meanwhile, 212 GB are free',
      'Frees in all: 13 GB to 16 GB',
    ])
  })

  it('warns where the volume may not have the room, and the safe answer stays the default', async () => {
    await ask(
      'Office and tools installed',
      'Delete Checkpoint Subtree…',
      known({ volumes: [{ root: 'D:\\', size: 100 * gigabyte, free: gigabyte }] }),
    )
    expect({ told: told()[3], focused: document.activeElement?.textContent.trim() }).toEqual({
      told: 'Room for it: D:\\ may need up to 3 GB meanwhile, and only 1 GB are free',
      focused: "Don't Delete",
    })
    expect(window.get('region', 'What it does to the files').querySelectorAll('dd.warning').length).toBe(1)
  })

  it('has its lines while it is read', async () => {
    window = await openWindow([vmWithTree()])
    await window.click('gridcell', 'WIN11-TEST')
    await window.click('treeitem', 'Before KB5049981')
    const answer = window.bridge.delay('vm.costs')
    await window.click('button', 'Delete Checkpoint…')
    const meanwhile = told()
    answer()
    await window.settle()
    expect({ meanwhile, lines: told().length }).toEqual({
      meanwhile: ['Gone at once', 'Merged', 'Kept for now', 'Room for it', 'Frees in all'].map(
        (label) => `${label}: Reading…`,
      ),
      lines: 5,
    })
  })

  it('says so where it can’t be read, beside the words that are known without it', async () => {
    window = await openWindow([vmWithTree()])
    await window.click('gridcell', 'WIN11-TEST')
    await window.click('treeitem', 'Before KB5049981')
    window.bridge.refuse('vm.costs', { code: 'host-lost', message: 'Hyper-V does not answer.' })
    await window.click('button', 'Delete Checkpoint…')
    const words = window.get('dialog', 'Delete Checkpoint').textContent
    expect(words).toContain('How much that is could not be read. Hyper-V does not answer.')
    expect(words).toContain('Nothing builds on its disk files, so Hyper-V deletes them at once.')
  })

  it('calls what is not known so, and is no wrong number', async () => {
    await ask('Automatic Checkpoint - WIN11-TEST', 'Delete Checkpoint…', exampleVmCosts())
    expect(told()).toEqual([
      'Gone at once: 2 files, how much is not known',
      'Merged: Nothing',
      'Kept for now: Nothing',
      'Room for it: Whether D:\\ has it is not known',
      'Frees in all: Unknown',
    ])
  })

  it('is read anew where the tree has changed under the question', async () => {
    await ask('Before KB5049981')
    const vm = vmWithTree()
    window.bridge.answer('vm.costs', { ...exampleVmCosts(), checkpoints: [] })
    window.bridge.emit({ name: 'vm.changed', payload: { ...vm, parentCheckpointId: vm.checkpoints[2]!.id } })
    await window.settle()
    expect(told()[0]).toBe('Gone at once: Nothing')
  })
})
