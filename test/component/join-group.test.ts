import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Diagnosis, Finding } from '#contract/diagnosis'
import { mount } from '@vue/test-utils'
import DiagnosticsDialog from '../../renderer/dialogs/DiagnosticsDialog.vue'
import { remedies } from '../../electron/core/remedies.ts'
import { exampleVm } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

const rights: Finding = {
  subject: 'Rights',
  state: 'wrong',
  sentence: 'This account may not use Hyper-V.',
  remedy: remedies.joinGroup,
  details: [],
}
const signOut: Finding = { ...rights, sentence: 'Sign out and in once.', remedy: remedies.signOut }
const stranger: Diagnosis = { madeAt: '2026-11-21T10:00:00.000Z', findings: [rights] }
const member: Diagnosis = { madeAt: '2026-11-21T10:01:00.000Z', findings: [signOut] }
const title = 'Join Hyper-V Administrators'
const control =
  'Members of this group have full control of all virtual machines on this computer, and of what is in them.'

let window: OpenWindow

beforeEach(async () => {
  window = await openWindow([exampleVm(1)])
  window.bridge.answer('host.diagnose', stranger)
  window.bridge.answer('host.joinAdministrators', { wasMember: false })
  await window.click('button', 'HV-LAB · Windows PowerShell 5.1 · live')
})
afterEach(() => {
  vi.restoreAllMocks()
  window.close()
})

function asked(): readonly string[] {
  return window.bridge.requests.map(({ name }) => name)
}

function focused(): string | undefined {
  return document.activeElement?.textContent.trim()
}

/** What the dialog says to those who listen. */
function told(): readonly string[] {
  return [...window.get('alertdialog', title).querySelectorAll('[role=status], [role=alert]')]
    .map((region) => region.textContent.trim())
    .filter((words) => words !== '')
}

describe('Joining Hyper-V Administrators', () => {
  it('is explained before anything is sent, with Cancel in focus', async () => {
    await window.click('button', 'Add This Account…')
    const dialog = window.get('alertdialog', title)
    expect(dialog.textContent).toContain(control)
    expect(dialog.textContent).toContain('It holds from the next time you sign in to Windows.')
    expect([focused(), asked()]).toEqual(['Cancel', ['host.diagnose']])
  })

  it('is not sent where it is declined, and the findings are as they were', async () => {
    await window.click('button', 'Add This Account…')
    await window.click('button', 'Cancel')
    expect([window.find('alertdialog', title), asked()]).toEqual([null, ['host.diagnose']])
  })

  it('is sent once, says that Windows asks, and what is left to do, with Close in focus', async () => {
    await window.click('button', 'Add This Account…')
    const answer = window.bridge.delay('host.joinAdministrators')
    await window.click('button', 'Add This Account')
    await window.click('button', 'Add This Account')
    const meanwhile = told()
    answer()
    await window.settle()
    expect({ meanwhile, after: told(), focused: focused(), asked: asked() }).toEqual({
      meanwhile: ['Windows is asking for an administrator’s consent…'],
      after: [
        'This account was added to Hyper-V Administrators. Sign out of Windows and in again, then open Savepoint.',
      ],
      focused: 'Close',
      asked: ['host.diagnose', 'host.joinAdministrators'],
    })
  })

  it('says so where the account was a member already', async () => {
    window.bridge.answer('host.joinAdministrators', { wasMember: true })
    await window.click('button', 'Add This Account…')
    await window.click('button', 'Add This Account')
    expect(told()).toEqual([expect.stringContaining('was a member of Hyper-V Administrators already')])
  })

  it('reads what is true again when it is closed', async () => {
    await window.click('button', 'Add This Account…')
    await window.click('button', 'Add This Account')
    window.bridge.answer('host.diagnose', member)
    window.get('alertdialog', title).querySelector<HTMLElement>('button[type=submit]')!.click()
    await window.settle()
    expect(window.find('alertdialog', title)).toBeNull()
    expect(window.get('list', 'Findings').textContent).toContain('Sign out and in once.')
    expect(window.find('button', 'Add This Account…')).toBeNull()
  })

  it('shows a refusal, can be tried again, and what is true is read when it is closed', async () => {
    window.bridge.refuse('host.joinAdministrators', { code: 'cancelled', message: 'The answer was No.' })
    await window.click('button', 'Add This Account…')
    await window.click('button', 'Add This Account')
    expect([told(), focused()]).toEqual([['The answer was No.'], 'Add This Account'])
    await window.click('button', 'Cancel')
    expect(asked()).toEqual(['host.diagnose', 'host.joinAdministrators', 'host.diagnose'])
  })
})

describe('In a browser', () => {
  it('joining is a command to copy', async () => {
    window.close()
    const dialog = mount(DiagnosticsDialog, {
      props: { diagnose: () => Promise.resolve(stranger), join: null },
      attachTo: document.body,
    })
    await window.settle()
    expect([...document.querySelectorAll('code')].map(({ textContent }) => textContent)).toEqual([
      remedies.joinGroup.command,
    ])
    expect(window.find('button', 'Add This Account…')).toBeNull()
    dialog.unmount()
  })
})
