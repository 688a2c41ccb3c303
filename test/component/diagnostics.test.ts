import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Diagnosis, Finding } from '#contract/diagnosis'
import { diagnosisText } from '#contract/diagnosis-text'
import { exampleVm, host } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

const title = 'Why can’t I see my virtual machines?'

const service: Finding = {
  subject: 'Hyper-V service',
  state: 'wrong',
  sentence: 'The Hyper-V Virtual Machine Management service is not running.',
  remedy: { instruction: 'Run this in PowerShell as an administrator:', command: 'Start-Service vmms' },
  details: ['Der Dienst läuft nicht.'],
}
const rights: Finding = {
  subject: 'Rights',
  state: 'look',
  sentence: 'Hyper-V answers, but may hide virtual machines from this account.',
  remedy: null,
  details: [],
}
const powershell: Finding = {
  subject: 'PowerShell',
  state: 'good',
  sentence: 'Windows PowerShell 5.1 answers.',
  remedy: null,
  details: [],
}
const stopped: Diagnosis = { madeAt: '2026-11-21T10:00:00.000Z', findings: [service, rights, powershell] }
const mended: Diagnosis = { madeAt: '2026-11-21T10:01:00.000Z', findings: [powershell] }

let window: OpenWindow

afterEach(() => {
  vi.restoreAllMocks()
  window.close()
})

async function openDialog(diagnosis: Diagnosis = stopped): Promise<HTMLElement> {
  window = await openWindow([exampleVm(1)])
  window.bridge.answer('host.diagnose', diagnosis)
  await window.click('button', connection)
  return window.get('dialog', title)
}

const connection = 'HV-LAB · Windows PowerShell 5.1 · live'

/** What those who listen are told in the dialog without asking. */
function told(dialog: HTMLElement): readonly string[] {
  return [...dialog.querySelectorAll('[role=status], [role=alert]')]
    .map((region) => region.textContent.trim())
    .filter((words) => words !== '')
}

function findings(): readonly string[] {
  return [...window.get('list', 'Findings').querySelectorAll('li')].map((item) =>
    [...item.querySelectorAll('h3, p:not(.command), code')]
      .map((part) => part.textContent.trim())
      .join(' | '),
  )
}

describe('the way to the diagnosis', () => {
  it('leads from the connection in the status bar, which says what it is for, and back to it', async () => {
    await openDialog()
    await window.click('button', 'Close')
    expect({
      dialogs: window.all('dialog'),
      focused: document.activeElement,
      meaning: window.get('button', connection).title,
    }).toEqual({ dialogs: [], focused: window.get('button', connection), meaning: title })
  })

  it('leads from what is said of a host that can’t be reached, above a list and in the place of one', async () => {
    const lost = {
      ...host,
      connection: 'lost',
      problem: { code: 'service-stopped', message: 'It is stopped.' },
    } as const
    for (const vms of [[exampleVm(1)], []]) {
      window = await openWindow(vms)
      window.bridge.emit({ name: 'host.changed', payload: lost })
      await window.settle()
      window.bridge.answer('host.diagnose', stopped)
      await window.click('button', 'Find Out Why…')
      expect(window.get('dialog', title)).toBeTruthy()
      if (vms.length > 0) window.close()
    }
  })

  it('leads from a list without a machine', async () => {
    window = await openWindow([])
    window.bridge.answer('host.diagnose', stopped)
    await window.click('button', title)
    expect(window.get('dialog', title)).toBeTruthy()
  })
})

describe('the diagnosis', () => {
  it('shows each finding with its state in words, its sentence, its remedy and the host’s own words', async () => {
    const dialog = await openDialog()
    expect({ findings: findings(), told: told(dialog) }).toEqual({
      findings: [
        'Wrong | Hyper-V service | The Hyper-V Virtual Machine Management service is not running. | Run this in PowerShell as an administrator: | Start-Service vmms | Der Dienst läuft nicht.',
        'Worth a look | Rights | Hyper-V answers, but may hide virtual machines from this account.',
        'Good | PowerShell | Windows PowerShell 5.1 answers.',
      ],
      told: ['One thing is wrong.'],
    })
  })

  it('says that it is checking, with Close in focus, and then what it comes to', async () => {
    window = await openWindow([exampleVm(1)])
    window.bridge.answer('host.diagnose', stopped)
    const answer = window.bridge.delay('host.diagnose')
    await window.click('button', connection)
    const dialog = window.get('dialog', title)
    const before = { told: told(dialog), focused: document.activeElement?.textContent }
    answer()
    await window.settle()
    expect({ before, after: told(dialog) }).toEqual({
      before: { told: ['Looking at everything between Savepoint and Hyper-V…'], focused: 'Close' },
      after: ['One thing is wrong.'],
    })
  })

  it('checks again once, however often that is asked for, with the earlier answer in sight', async () => {
    const dialog = await openDialog()
    window.bridge.answer('host.diagnose', mended)
    const answer = window.bridge.delay('host.diagnose')
    await window.click('button', 'Check Again')
    await window.click('button', 'Check Again')
    const meanwhile = { count: findings().length, told: told(dialog) }
    answer()
    await window.settle()
    expect({
      meanwhile,
      after: { findings: findings(), told: told(dialog) },
      asked: window.bridge.requests.map(({ name }) => name),
      focused: document.activeElement?.textContent.trim(),
    }).toEqual({
      meanwhile: { count: 3, told: ['Looking at everything between Savepoint and Hyper-V…'] },
      after: {
        findings: ['Good | PowerShell | Windows PowerShell 5.1 answers.'],
        told: ['Nothing is wrong between Savepoint and Hyper-V.'],
      },
      asked: ['host.diagnose', 'host.diagnose'],
      focused: 'Check Again',
    })
  })

  it('says why it could not be found out, and can be asked again', async () => {
    const dialog = await openDialog()
    window.bridge.refuse('host.diagnose', { code: 'host-lost', message: 'Savepoint itself does not answer.' })
    await window.click('button', 'Check Again')
    const failed = { told: told(dialog), list: window.find('list', 'Findings') }
    await window.click('button', 'Check Again')
    expect({ failed, after: told(dialog) }).toEqual({
      failed: { told: ['It could not be found out.', 'Savepoint itself does not answer.'], list: null },
      after: ['One thing is wrong.'],
    })
  })
})

describe('copying', () => {
  it.each([
    ['the command of a remedy', 'Copy Start-Service vmms', 'Start-Service vmms'],
    ['the whole as text', 'Copy All', diagnosisText(stopped)],
  ])('copies %s, and says so until one goes elsewhere', async (_what, button, copied) => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const dialog = await openDialog()
    await window.click('button', button)
    const said = told(dialog)
    window.get('button', 'Close').focus()
    await window.settle()
    expect({ copied: write.mock.calls, said, after: told(dialog) }).toEqual({
      copied: [[copied]],
      said: expect.arrayContaining(['One thing is wrong.', 'Copied']) as string[],
      after: ['One thing is wrong.'],
    })
  })

  it('says so where the clipboard is kept from it', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('Denied'))
    const dialog = await openDialog()
    await window.click('button', 'Copy All')
    expect(told(dialog)).toContain('Not copied')
  })
})
