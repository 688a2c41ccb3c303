import { walkTokens } from 'marked'
import { afterEach, describe, expect, it } from 'vitest'
import { helpPages, pageOfLink } from '../../renderer/help/help-page.ts'
import { helpTexts } from '../../renderer/help/read-help.ts'
import { useSelection } from '../../renderer/stores/selection.ts'
import { exampleVm, host, vmWithTree } from './support/examples.ts'
import { accessibleName, openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow | null = null

afterEach(() => {
  window?.close()
  window = null
})

async function open(): Promise<OpenWindow> {
  window = await openWindow([vmWithTree(), exampleVm(2)])
  return window
}

/** The heading of the page that F1 opens. */
async function shownBy(opened: OpenWindow): Promise<string> {
  await opened.press('F1')
  // The pages are loaded at the first look.
  await expect.poll(() => opened.find('dialog', 'Help')).not.toBeNull()
  return opened.get('dialog', 'Help').querySelector('article')?.getAttribute('aria-label') ?? ''
}

describe('the pages of the help', () => {
  it.each(helpTexts)('“$title” holds nothing that the window can’t draw', ({ tokens }) => {
    const drawn = 'heading paragraph text list list_item table strong em codespan link space'.split(' ')
    const used = new Set<string>()
    void walkTokens([...tokens], ({ type }) => {
      used.add(type)
    })
    expect(drawn).toEqual(expect.arrayContaining([...used]))
  })

  it.each(helpTexts)('“$title” links to pages that are there', ({ tokens }) => {
    const links: string[] = []
    void walkTokens([...tokens], (token) => {
      if (token.type === 'link') links.push(String(token.href))
    })
    expect(links.filter((link) => pageOfLink(link) === null)).toEqual([])
  })

  it('have a title and words each', () => {
    expect(helpTexts.filter(({ page, title, tokens }) => title === page || tokens.length < 3)).toEqual([])
    expect(helpTexts.map(({ page }) => page)).toEqual(helpPages)
  })

  it.each(helpTexts)('“$title” is drawn word for word', async ({ page, title, tokens }) => {
    const opened = await open()
    await shownBy(opened)
    await opened.click('button', title)
    const words: string[] = []
    void walkTokens([...tokens], (token) => {
      const isLeaf = !('tokens' in token) && (token.type === 'text' || token.type === 'codespan')
      if (isLeaf) words.push(String(token.text))
    })
    const article = opened.get('dialog', 'Help').querySelector('article')
    expect(words.filter((each) => article?.textContent.includes(each) !== true)).toEqual([])
    expect([article?.getAttribute('aria-label'), words.length > 10, page]).toEqual([title, true, page])
  })
})

describe('F1', () => {
  it('opens the first page where nothing has the focus', async () => {
    expect(await shownBy(await open())).toBe('What a checkpoint is')
  })

  it('opens the page that fits the dialog, and gives the focus back to it', async () => {
    const opened = await open()
    await opened.click('gridcell', 'WIN11-TEST')
    await opened.click('treeitem', 'Clean install')
    await opened.press('Delete')
    const focused = document.activeElement
    expect(await shownBy(opened)).toBe('Apply, revert and delete')
    await opened.press('Escape')
    await expect.poll(() => document.activeElement).toBe(focused)
    expect(opened.all('dialog').map(accessibleName)).toEqual(['Delete Checkpoint'])
  })

  it('opens the page on files in the details', async () => {
    const opened = await open()
    await opened.click('gridcell', 'WIN11-TEST')
    await opened.click('tab', 'Disks')
    expect(await shownBy(opened)).toBe('Where the files are')
  })

  it('opens the page on several machines where several are selected', async () => {
    const opened = await open()
    const ids = [vmWithTree().id, exampleVm(2).id]
    useSelection().selectVms(ids, ids[0] ?? null)
    await opened.settle()
    expect(await shownBy(opened)).toBe('Several machines at once')
  })

  it('opens the page on what can’t be seen while the host can’t be reached', async () => {
    const opened = await open()
    const problem = { code: 'host-lost', message: 'Hyper-V does not answer.' } as const
    opened.bridge.emit({ name: 'host.changed', payload: { ...host, connection: 'lost', problem } })
    await opened.settle()
    expect(await shownBy(opened)).toBe('When machines can’t be seen')
  })

  it('shows another page by a link, which is read from its beginning', async () => {
    const opened = await open()
    await shownBy(opened)
    await opened.click('button', 'The kinds, and which you get')
    const article = opened.get('dialog', 'Help').querySelector('article')
    expect([article?.getAttribute('aria-label'), document.activeElement]).toEqual([
      'The kinds, and which you get',
      article,
    ])
    const current = opened.all('button').filter((each) => each.getAttribute('aria-current') === 'page')
    expect(current.map(accessibleName)).toEqual(['The kinds, and which you get'])
  })
})
