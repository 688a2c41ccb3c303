import { afterEach, expect, it } from 'vitest'
import { vmWithTree } from './support/examples.ts'
import { accessibleName, openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

it('A machine whose storage is full is an alarm, and none of its checkpoints is offered to be deleted', async () => {
  window = await openWindow([vmWithTree({ state: 'Paused', isCritical: true })])
  await window.click('gridcell', 'WIN11-TEST')
  await window.click('treeitem', 'Clean install')
  const reason =
    'The storage of WIN11-TEST can’t be reached or is full. Mend that first; another change could lose data.'
  expect(offersToDelete()).toEqual([`Delete Checkpoint…: ${reason}`, `Delete Checkpoint Subtree…: ${reason}`])
  await window.press('Delete')
  expect(window.bridge.requests.filter(({ name }) => name.startsWith('checkpoint.delete'))).toEqual([])
  const status = window.get('gridcell', 'WIN11-TEST').parentElement?.querySelector('.status')
  expect(status?.textContent.trim()).toBe('Storage critical')
  const badge = document.querySelector('footer .health')
  expect(badge?.getAttribute('aria-label')).toBe(
    'Health: 1 virtual machine needs a look, something is wrong with it',
  )
})

/** What can't be used says why, as it is shown over it. */
function offersToDelete(): readonly string[] {
  return [...window.get('group', 'Clean install').querySelectorAll('button')]
    .filter((button) => button.getAttribute('aria-disabled') === 'true')
    .map((button) => `${accessibleName(button)}: ${button.title}`)
    .filter((offer) => offer.startsWith('Delete'))
}
