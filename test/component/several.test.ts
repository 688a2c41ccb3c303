import { afterEach, describe, expect, it } from 'vitest'
import { VmState, type Vm } from '#contract/model'
import { useSelection } from '../../renderer/stores/selection.ts'
import { exampleOperation, exampleVm, vmId } from './support/examples.ts'
import { accessibleName, openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow
const aGuid: unknown = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

afterEach(() => {
  window.close()
})

async function openOn(vms: readonly Vm[]): Promise<void> {
  window = await openWindow(vms)
  useSelection().selectVms(
    vms.map(({ id }) => id),
    vms[0]?.id ?? null,
  )
  await window.settle()
}

function actions(): readonly string[] {
  return [...window.get('group', '2 virtual machines').querySelectorAll('button')].map((button) =>
    accessibleName(button),
  )
}

const one = (state: VmState): Vm => exampleVm(1, { name: 'DC01', state })
const other = (state: VmState): Vm => exampleVm(2, { name: 'SQL', state })

describe('what is offered for several virtual machines', () => {
  it.each([
    ['Running', 'Running', ['Turn Off…', 'Shut Down…', 'Save', 'Pause']],
    ['Running', 'Off', ['Start', 'Turn Off…', 'Shut Down…', 'Save', 'Pause']],
    ['Paused', 'Saved', ['Start', 'Turn Off…', 'Save', 'Resume']],
    ['Off', 'Off', ['Start']],
    ['Starting', 'Saving', []],
  ] as const)('is what one of them can do: %s and %s', async (state, otherState, power) => {
    await openOn([one(state), other(otherState)])
    expect(actions()).toEqual(['Checkpoint', 'Checkpoint…', 'Delete Checkpoints…', 'Settings…', ...power])
  })

  it.each(VmState.options)('is Checkpoint while one is %s and the other runs', async (state) => {
    await openOn([one(state), other('Running')])
    expect(window.get('button', 'Checkpoint').getAttribute('aria-disabled')).not.toBe('true')
  })

  it('is greyed with the reason where none of them can', async () => {
    await openOn([one('Starting'), other('Saving')])
    expect(window.get('button', 'Checkpoint').title).toBe(
      'DC01 is starting. A checkpoint can be taken when it is running, paused, saved or off.',
    )
  })
})

describe('what is done to several virtual machines', () => {
  it('is by Enter their settings, since they have no screen together', async () => {
    await openOn([one('Running'), other('Off')])
    document.querySelector<HTMLElement>('[role="row"][data-id]')?.focus()
    await window.press('Enter')
    expect(window.all('dialog').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Settings for several virtual machines') as unknown,
    ])
  })

  it('is one operation each, and a notice for each that can’t', async () => {
    await openOn([one('Running'), other('Saving')])
    window.bridge.answer('checkpoint.create', exampleOperation(1))
    await window.click('button', 'Checkpoint')
    expect({
      sent: window.bridge.requests,
      told: window.all('alert').map((alert) => alert.textContent),
    }).toEqual({
      sent: [{ name: 'checkpoint.create', input: { vmId: vmId(1), setId: aGuid } }],
      told: [
        'SQL: CheckpointSQL is saving. A checkpoint can be taken when it is running, paused, saved or off.',
      ],
    })
  })

  it('is told for each where the host refuses', async () => {
    await openOn([one('Off'), other('Off')])
    window.bridge.answer('vm.start', exampleOperation(1, { kind: 'start' }))
    window.bridge.refuse('vm.start', { code: 'busy', message: 'Something else is using it.' })
    await window.click('button', 'Start')
    expect({
      sent: window.bridge.requests.map(({ input }) => input),
      told: window.all('alert').map((alert) => alert.textContent),
    }).toEqual({
      sent: [{ vmId: vmId(1) }, { vmId: vmId(2) }],
      told: ['DC01: StartSomething else is using it.'],
    })
  })

  it('passes by whom it makes no sense for', async () => {
    await openOn([one('Running'), other('Off')])
    window.bridge.answer('vm.start', exampleOperation(1, { kind: 'start' }))
    await window.click('button', 'Start')
    expect([window.bridge.requests, window.all('alert')]).toEqual([
      [{ name: 'vm.start', input: { vmId: vmId(2) } }],
      [],
    ])
  })

  it.each([
    ['Turn Off…', 'Turn Off', 'vm.turnOff', "Don't Turn Off"],
    ['Shut Down…', 'Shut Down', 'vm.shutDown', "Don't Shut Down"],
  ])(
    'is asked once for all by %s, with their names and the safe answer focused',
    async (command, answer, name, safe) => {
      await openOn([one('Running'), other('Running')])
      window.bridge.answer(name, exampleOperation(1))
      await window.click('button', command)
      const names = [...window.get('list', 'Virtual machines').children].map((item) => item.textContent)
      const focused = document.activeElement?.textContent
      await window.click('button', answer)
      expect({ names, focused, sent: window.bridge.requests.map(({ input }) => input) }).toEqual({
        names: ['DC01', 'SQL'],
        focused: safe,
        sent: [{ vmId: vmId(1) }, { vmId: vmId(2) }],
      })
    },
  )

  it('names only those that would be turned off', async () => {
    await openOn([one('Running'), other('Off')])
    await window.click('button', 'Turn Off…')
    expect(window.get('dialog', 'Turn Off').textContent).toContain('Are you sure you want to turn off DC01?')
  })

  it('is taken by the key, too', async () => {
    await openOn([one('Running'), other('Running')])
    window.bridge.answer('checkpoint.create', exampleOperation(1))
    await window.press('Insert')
    const inputs = window.bridge.requests.map(({ input }) => input as { readonly setId: string })
    expect(inputs).toEqual([
      { vmId: vmId(1), setId: aGuid },
      { vmId: vmId(2), setId: inputs[0]?.setId },
    ])
  })

  it('are settings in one page for all of them', async () => {
    await openOn([one('Running'), other('Off')])
    await window.click('button', 'Settings…')
    expect(window.all('dialog').map(accessibleName)).toEqual([
      'Settings for several virtual machines on HV-LAB',
    ])
  })
})
