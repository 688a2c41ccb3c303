import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Diagnosis } from '#contract/diagnosis'
import { diagnosisText } from '#contract/diagnosis-text'
import { exampleAbout } from '../support/example-about.ts'
import { exampleVm, host } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

const diagnosis: Diagnosis = { madeAt: '2026-11-21T10:00:00.000Z', findings: [] }
const title = 'About Savepoint'

let window: OpenWindow

beforeEach(async () => {
  window = await openWindow([exampleVm(1)])
  window.bridge.answer('app.about', exampleAbout)
  window.bridge.answer('host.diagnose', diagnosis)
})
afterEach(() => {
  vi.restoreAllMocks()
  window.close()
})

async function openAbout(): Promise<HTMLElement> {
  await window.click('menuitem', 'Help')
  window
    .get('menuitem', 'Help')
    .dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
  await window.settle()
  await window.click('menuitem', title)
  return window.get('dialog', title)
}

function facts(dialog: HTMLElement): readonly string[] {
  return [...dialog.querySelectorAll('dt')].map(
    (term) =>
      `${term.textContent}: ${term.nextElementSibling?.querySelector('span')?.textContent ?? term.nextElementSibling?.textContent ?? ''}`,
  )
}

describe('About Savepoint', () => {
  it('tells which app this is, what it speaks to, what it runs on, and where its log and licences are', async () => {
    expect(facts(await openAbout())).toEqual([
      'Version: 0.1.0',
      'Host: HV-LAB',
      'Speaks to: Windows PowerShell 5.1',
      'System: Windows 11 Pro 10.0.26100',
      'Runs on: Electron 45.4.1, Chromium 156.0.7000.10, Node.js 24.12.0',
      `Log: ${exampleAbout.logFolder ?? ''}`,
      `Licences: ${exampleAbout.licenses ?? ''}`,
    ])
  })

  it('says what there is none of', async () => {
    const bare = { ...exampleAbout, electron: null, chromium: null, logFolder: null, licenses: null }
    window.bridge.answer('app.about', bare)
    expect(facts(await openAbout()).slice(4)).toEqual([
      'Runs on: Node.js 24.12.0, shown in a browser',
      'Log: None: its folder can’t be written',
      'Licences: MIT, see LICENSE beside the sources',
    ])
  })

  it('has every line from the beginning, so that nothing moves when the answer comes', async () => {
    const answer = window.bridge.delay('app.about')
    const dialog = await openAbout()
    const before = facts(dialog).map((fact) => fact.split(':')[0])
    answer()
    await window.settle()
    expect(before).toEqual(facts(dialog).map((fact) => fact.split(':')[0]))
  })

  it('says why it could not be read', async () => {
    window.bridge.refuse('app.about', { code: 'host-lost', message: 'Savepoint itself does not answer.' })
    expect((await openAbout()).querySelector('[role=alert]')?.textContent).toContain('does not answer')
  })

  it('shows the log’s folder and copies its path, on the demo host as well', async () => {
    window.bridge.hold({ status: { ...host, kind: 'demo' } })
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await openAbout()
    await window.click('button', 'Show the log in its folder')
    await window.click('button', 'Copy the path of the log')
    expect([window.bridge.requests.at(-1), write.mock.calls]).toEqual([
      { name: 'folder.show', input: { path: exampleAbout.logFolder } },
      [[exampleAbout.logFolder]],
    ])
  })
})

describe('The diagnostics', () => {
  it('are read only when they are wanted, once, and copied as text', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const dialog = await openAbout()
    const before = window.bridge.requests.map(({ name }) => name)
    const answer = window.bridge.delay('host.diagnose')
    await window.click('button', 'Copy Diagnostics')
    await window.click('button', 'Copy Diagnostics')
    const meanwhile = status(dialog)
    answer()
    await window.settle()
    expect({ before, meanwhile, after: status(dialog), copied: write.mock.calls }).toEqual({
      before: expect.not.arrayContaining(['host.diagnose']) as string[],
      meanwhile: 'Looking…',
      after: 'Copied',
      copied: [[diagnosisText(diagnosis)]],
    })
    expect(window.bridge.requests.filter(({ name }) => name === 'host.diagnose').length).toBe(1)
  })

  it('are said not to be copied where they can’t be read', async () => {
    window.bridge.refuse('host.diagnose', { code: 'host-lost', message: 'Savepoint itself does not answer.' })
    const dialog = await openAbout()
    await window.click('button', 'Copy Diagnostics')
    expect(status(dialog)).toBe('Not copied')
  })
})

function status(dialog: HTMLElement): string {
  return [...dialog.querySelectorAll('footer [role=status]')]
    .map(({ textContent }) => textContent.trim())
    .join('')
}
