import { afterEach, describe, expect, it } from 'vitest'
import type { VmId } from '#contract/model'
import { exampleVmCosts } from './support/example-vm-costs.ts'
import { exampleCheckpoint, exampleVm, vmId, vmWithTree } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

/** The function returned lets the answer come. */
async function openDelayed(vm = vmWithTree(), answer: unknown = exampleVmCosts()): Promise<() => void> {
  window = await openWindow([vm])
  window.bridge.answer('vm.costs', answer)
  const release = window.bridge.delay('vm.costs')
  await window.click('gridcell', 'WIN11-TEST')
  return release
}

async function open(...given: Parameters<typeof openDelayed>): Promise<void> {
  const release = await openDelayed(...given)
  release()
}

function cellOf(name: string): HTMLElement {
  const by = window.get('treeitem', name).getAttribute('aria-describedby') ?? ''
  const cell = document.getElementById(by.split(' ').find((id) => id.endsWith('-size')) ?? '')
  if (cell === null) throw new Error(`${name} is not described by its size.`)
  return cell
}

function shown(name: string): string {
  return cellOf(name).textContent.trim()
}

describe('the size of a checkpoint in the tree', () => {
  it('is read once the selection has rested, and has its place before', async () => {
    const release = await openDelayed()
    const before = shown('Clean install')
    release()
    await expect.poll(() => shown('Clean install')).toBe('512 MB')
    expect({ before, now: shown('Now') }).toEqual({ before: '', now: '3 GB' })
  })

  it('is told in its parts to those who listen', async () => {
    await open()
    await expect
      .poll(() => cellOf('Office and tools installed').getAttribute('aria-label'))
      .toBe('10 GB, memory 8 GB, disks 2 GB')
    expect(cellOf('Now').getAttribute('aria-label')).toBe('3 GB written since')
  })

  it('is at least what is known where a part can’t be read', async () => {
    await open()
    await expect.poll(() => shown('Automatic Checkpoint - WIN11-TEST')).toBe('at least 256 MB')
  })

  it('is compared with the largest of the machine by its bar', async () => {
    await open()
    await expect.poll(() => cellOf('Before KB5049981').style.getPropertyValue('--share')).toBe('0.5')
    expect(cellOf('Office and tools installed').style.getPropertyValue('--share')).toBe('1')
  })

  it('is unknown, and no number, where nothing of it can be read', async () => {
    const costs = exampleVmCosts()
    await open(vmWithTree(), {
      ...costs,
      checkpoints: costs.checkpoints.map((each, index) =>
        index === 0
          ? {
              ...each,
              files: [],
              disks: [{ ...costs.disks[0]!, chain: [{ path: 'D:\\a.avhdx', size: null }] }],
            }
          : each,
      ),
    })
    await expect.poll(() => shown('Clean install')).toBe('Unknown')
  })

  it('is read again when the checkpoints have changed, and stays for the others meanwhile', async () => {
    await open()
    await expect.poll(() => shown('Clean install')).toBe('512 MB')
    const vm = vmWithTree()
    const more = exampleCheckpoint(5, { name: 'One more', parentId: vm.checkpoints[0]!.id })
    const costs = exampleVmCosts()
    window.bridge.answer('vm.costs', {
      ...costs,
      checkpoints: [...costs.checkpoints, { ...costs.checkpoints[1]!, checkpointId: more.id }],
    })
    const release = window.bridge.delay('vm.costs')
    window.bridge.emit({ name: 'vm.changed', payload: { ...vm, checkpoints: [...vm.checkpoints, more] } })
    await window.settle()
    expect({ more: shown('One more'), others: shown('Clean install') }).toEqual({
      more: '',
      others: '512 MB',
    })
    release()
    await expect.poll(() => shown('One more')).toBe('10 GB')
  })
})

describe('the Disks tab of a machine', () => {
  function facts(): readonly string[] {
    return [...window.get('tabpanel', 'Disks').querySelectorAll('dt')].map(
      (term) => `${term.textContent}: ${term.nextElementSibling?.textContent ?? ''}`,
    )
  }

  async function chooseDisks(): Promise<void> {
    window.get('tab', 'Disks').dispatchEvent(new MouseEvent('mousedown', { bubbles: true }))
    await window.settle()
  }

  it('says what the checkpoints take, how long the chain is and what is left', async () => {
    const release = await openDelayed()
    await chooseDisks()
    const before = facts()
    release()
    await expect
      .poll(facts)
      .toEqual([
        'Checkpoints take: at least 18.8 GB',
        'Longest chain: 3 files are read to see one disk',
        expect.stringMatching(/^Free on D:\\: 212 GB of 1\.8 TB, lasts about \d+ \w+ at this rate$/),
      ])
    expect(before).toEqual(['Checkpoints take: Reading…', 'Longest chain: Reading…', 'Free: Reading…'])
  })

  it('says what still waits to be merged, which is not free yet and stays where a merge was interrupted', async () => {
    const answer = exampleVmCosts()
    await open(vmWithTree(), { ...answer, checkpoints: answer.checkpoints.slice(0, 1) })
    await chooseDisks()
    await expect
      .poll(facts)
      .toContain('Waits to be merged: 1 file, 3 GB, not free until Hyper-V has merged it')
  })

  it('says how long a volume lasts by all machines that were read, and by how many that is', async () => {
    const other = exampleCheckpoint(9, { vmId: vmId(2) })
    const second = exampleVm(2, { name: 'DB01', checkpoints: [other], parentCheckpointId: other.id })
    window = await openWindow([vmWithTree(), second])
    window.bridge.answer('vm.costs', (input: { readonly vmId: VmId }) => exampleVmCosts(input))
    await window.click('gridcell', 'WIN11-TEST')
    await chooseDisks()
    await expect.poll(() => facts().at(-1)).toMatch(/, lasts about \d+ \w+ at the rate of 1 of 2 machines$/)
    await window.click('gridcell', 'DB01')
    await chooseDisks()
    await expect.poll(() => facts().at(-1)).toMatch(/, lasts about \d+ \w+ at this rate$/)
  })

  it('says of a volume what is known alone', async () => {
    await open(vmWithTree(), {
      ...exampleVmCosts(),
      volumes: [{ root: '\\\\nas\\vms', size: null, free: null }],
    })
    await chooseDisks()
    await expect.poll(() => facts().at(-1)).toBe('Free on \\\\nas\\vms: Unknown')
  })
})
