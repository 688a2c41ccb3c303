import { afterEach, describe, expect, it } from 'vitest'
import type { Vm } from '#contract/model'
import { defaultAppSettings } from '#contract/default-settings'
import type { AppSettings } from '#contract/app-settings'
import { checkpointId, exampleOperation, vmId, vmWithTree } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'
import { type LosingName, seenIn } from '../support/with-seen.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

type Question = AppSettings['unasked'][number]

async function openUnasked(unasked: readonly Question[], vm: Vm = vmWithTree()): Promise<void> {
  window = await openWindow([vm])
  const settings = { ...defaultAppSettings, isWelcomed: true, unasked: [...unasked] }
  window.bridge.emit({ name: 'settings.changed', payload: { settings, problem: null } })
  await window.click('gridcell', 'WIN11-TEST')
  await window.click('treeitem', 'Clean install')
}

/** As they are asked for by whoever sees the tree as it is. */
function asked(name: LosingName, number: number): object {
  const id = checkpointId(number)
  return { vmId: vmId(1), checkpointId: id, seen: seenIn(vmWithTree(), name, id) }
}

/** Each question with the command that asks it, what is pressed there, and what is sent without it. */
const questions = [
  ['apply', 'Apply…', 'Apply', 'checkpoint.apply', { ...asked('checkpoint.apply', 1), keepCurrent: true }],
  ['revert', 'Revert…', 'Revert', 'vm.revert', { ...asked('vm.revert', 2), keepCurrent: true }],
  ['delete', 'Delete Checkpoint…', 'Delete', 'checkpoint.delete', asked('checkpoint.delete', 1)],
  [
    'delete-subtree',
    'Delete Checkpoint Subtree…',
    'Delete',
    'checkpoint.deleteSubtree',
    asked('checkpoint.deleteSubtree', 1),
  ],
  ['turn-off', 'Turn Off…', 'Turn Off', 'vm.turnOff', { vmId: vmId(1) }],
] as const

describe('Please don’t ask me again', () => {
  it.each(questions)('is kept for %s when its answer is sent', async (question, command, answer, name) => {
    await openUnasked([])
    window.bridge.answer(name, exampleOperation(1))
    await window.click('button', command)
    const box = window.get('checkbox', "Please don't ask me again")
    const meaning = document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent ?? ''
    box.click()
    await window.click('button', answer)
    expect({
      meaning,
      sent: window.bridge.requests.map((request) => request.name),
      kept: window.bridge.requests[0]?.input,
    }).toEqual({
      meaning: expect.stringMatching(/^From then on .+\.$/) as string,
      sent: ['settings.change', name],
      kept: { unasked: [question] },
    })
  })

  it.each(questions)(
    'sends the safe answer of %s at once from then on',
    async (question, command, _, name, input) => {
      await openUnasked([question])
      window.bridge.answer(name, exampleOperation(1))
      await window.click('button', command)
      expect([window.all('dialog'), window.bridge.requests]).toEqual([[], [{ name, input }]])
    },
  )

  it.each(questions)('is not kept for %s by Esc', async (_question, command) => {
    await openUnasked([])
    await window.click('button', command)
    await window.click('checkbox', "Please don't ask me again")
    await window.press('Escape')
    expect([window.all('dialog'), window.bridge.requests]).toEqual([[], []])
  })

  it('costs nothing where it can’t be kept: the dialog stays, and nothing else was sent', async () => {
    await openUnasked([])
    window.bridge.refuse('settings.change', { code: 'internal', message: 'It could not be kept.' })
    await window.click('button', 'Delete Checkpoint…')
    await window.click('checkbox', "Please don't ask me again")
    await window.click('button', 'Delete')
    expect({
      alerts: window.all('alert').map((alert) => alert.textContent),
      sent: window.bridge.requests.map(({ name }) => name),
    }).toEqual({ alerts: ['It could not be kept.'], sent: ['settings.change'] })
  })

  it('asks all the same where the current state can’t be kept first', async () => {
    const policy = { type: 'Disabled', automatic: false, location: 'D:\\' } as const
    await openUnasked(['apply', 'revert'], vmWithTree({ policy }))
    await window.click('button', 'Apply…')
    expect(window.all('dialog').length).toBe(1)
  })

  it('has no box where Hyper-V Manager has none', async () => {
    await openUnasked([])
    await window.click('button', 'Shut Down…')
    expect(window.all('checkbox')).toEqual([])
  })

  it('tells a refusal in a notice, since there is no dialog to tell it in', async () => {
    await openUnasked(['delete'])
    window.bridge.refuse('checkpoint.delete', { code: 'busy', message: 'Something else is using it.' })
    await window.click('button', 'Delete Checkpoint…')
    expect(window.all('alert').map((alert) => alert.textContent)).toEqual([
      'WIN11-TEST: Delete CheckpointSomething else is using it.',
    ])
  })
})
