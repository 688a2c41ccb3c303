import { afterEach, expect, it } from 'vitest'
import { exampleCheckpoint, exampleVm } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

it('The limit of 50 is said where a checkpoint would be taken, and Health offers what could go', async () => {
  const checkpoints = Array.from({ length: 50 }, (_, index) =>
    exampleCheckpoint(index + 1, { createdAt: new Date().toISOString() }),
  )
  window = await openWindow([exampleVm(1, { checkpoints })])
  await window.click('gridcell', 'VM-1')
  expect(window.get('button', 'Checkpoint').title).toBe(
    'VM-1 has 50 checkpoints, and Hyper-V keeps at most 50. Delete one that is no longer needed.',
  )
  await window.press('Insert')
  expect(window.bridge.requests.some(({ name }) => name === 'checkpoint.create')).toBe(false)
  document.querySelector<HTMLElement>('footer .health')?.click()
  await expect.poll(() => window.find('button', 'Delete… VM-1')).not.toBeNull()
})
