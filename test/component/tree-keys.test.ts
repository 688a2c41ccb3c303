import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useLayout } from '../../renderer/stores/layout.ts'
import { checkpointId, exampleCheckpoint, exampleVm, vmId, vmWithTree } from './support/examples.ts'
import { accessibleName, openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

beforeEach(async () => {
  window = await openWindow([vmWithTree(), exampleVm(2, { checkpoints: deepChain(50) })])
  await window.click('gridcell', 'WIN11-TEST')
  await window.click('treeitem', 'Clean install')
})

afterEach(() => {
  window.close()
})

function deepChain(length: number): ReturnType<typeof exampleCheckpoint>[] {
  return Array.from({ length }, (_, index) =>
    exampleCheckpoint(100 + index, {
      vmId: vmId(2),
      name: `Step ${String(index + 1)}`,
      parentId: index === 0 ? null : checkpointId(99 + index),
    }),
  )
}

function focused(): string {
  return document.activeElement instanceof HTMLElement ? accessibleName(document.activeElement) : ''
}

/** Those drawn, from top to bottom as the tree places them. */
function names(): readonly string[] {
  return window.all('treeitem').map(accessibleName)
}

async function walk(...keys: readonly string[]): Promise<readonly string[]> {
  const way: string[] = []
  for (const key of keys) {
    await window.press(key)
    way.push(focused())
  }
  return way
}

describe('the keys in the tree of checkpoints', () => {
  it('walk row by row and stop at both ends', async () => {
    expect(await walk('ArrowUp', 'ArrowDown', 'ArrowDown', 'End', 'ArrowDown', 'Home')).toEqual([
      'Clean install',
      'Office and tools installed',
      'Now',
      'Automatic Checkpoint - WIN11-TEST',
      'Automatic Checkpoint - WIN11-TEST',
      'Clean install',
    ])
  })

  it('go in and out of a branch, which opens and closes on the way', async () => {
    expect(await walk('ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')).toEqual([
      'Office and tools installed',
      'Now',
      'Office and tools installed',
      'Office and tools installed',
      'Clean install',
    ])
    expect(names()).toEqual([
      'Clean install',
      'Office and tools installed',
      'Automatic Checkpoint - WIN11-TEST',
    ])
    await walk('ArrowDown', 'ArrowRight')
    expect(names()).toContain('Before KB5049981')
  })

  it('open everything by “*”', async () => {
    await walk('ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    expect(names()).toEqual(['Clean install'])
    await walk('*')
    expect(names().length).toBe(5)
  })

  it('go by letters to the next row whose name begins so', async () => {
    expect(await walk('b', 'e')).toEqual(['Before KB5049981', 'Before KB5049981'])
    expect(window.get('treeitem', 'Before KB5049981').getAttribute('aria-selected')).toBe('true')
  })

  it('go by a letter past the end to the top', async () => {
    expect(await walk('End', 'c')).toEqual(['Automatic Checkpoint - WIN11-TEST', 'Clean install'])
  })

  it('go to the details by Enter, and change nothing', async () => {
    await window.press('Enter')
    expect([document.activeElement?.getAttribute('role'), window.bridge.requests]).toEqual(['tab', []])
  })

  it('unfold the details for that, where they are folded', async () => {
    const layout = useLayout()
    layout.toggle('details')
    await window.settle()
    await window.press('Enter')
    expect([layout.isFolded('details'), document.activeElement?.getAttribute('role')]).toEqual([false, 'tab'])
  })

  it('leave a letter with Ctrl to the window', async () => {
    await window.press('n', { ctrlKey: true })
    expect(focused()).toBe('Clean install')
  })
})

describe('a row that the focus only comes by', () => {
  beforeEach(async () => {
    await window.click('gridcell', 'WIN11-TEST')
    window
      .all('treeitem')
      .find(({ tabIndex }) => tabIndex === 0)
      ?.focus()
    await window.settle()
  })

  function selected(): readonly string[] {
    return window
      .all('treeitem')
      .filter((row) => row.getAttribute('aria-selected') === 'true')
      .map(accessibleName)
  }

  it('is not selected, and what is shown stays the machine', () => {
    expect([focused(), selected(), window.find('heading', 'WIN11-TEST') === null]).toEqual([
      'Clean install',
      [],
      false,
    ])
  })

  it.each([
    [' ', 'Clean install'],
    ['Enter', 'Clean install'],
    ['ArrowDown', 'Office and tools installed'],
  ])('is what “%s” goes from, which selects %s', async (key, name) => {
    await window.press(key)
    expect(selected()).toEqual([name])
  })

  it('is no checkpoint that a key could delete', async () => {
    await window.press('Delete')
    expect([window.all('alertdialog'), window.all('dialog')]).toEqual([[], []])
  })
})

describe('a row of the tree', () => {
  it('tells its place among its siblings, its level, whether it is open and whether it is selected', () => {
    const attributes = ['level', 'posinset', 'setsize', 'expanded', 'selected', 'current']
    const told = window
      .all('treeitem')
      .map((row) => attributes.map((name) => row.getAttribute(`aria-${name}`) ?? '-').join(' '))
    expect(told).toEqual([
      '1 1 1 true true -',
      '2 1 2 true false -',
      '3 1 2 - false true',
      '3 2 2 - false -',
      '2 2 2 - false -',
    ])
  })

  it('says that it lies on the way to Now', () => {
    const heard = ['Clean install', 'Before KB5049981'].map((name) => {
      const by = window.get('treeitem', name).getAttribute('aria-describedby') ?? ''
      return by.split(' ').map((id) => document.getElementById(id)?.textContent.trim())
    })
    expect(heard.map((words) => words.includes('on the way to Now'))).toEqual([true, false])
    expect(heard.flat()).not.toContain(undefined)
  })

  it('shows its details on a double click, and applies nothing', async () => {
    const row = window.get('treeitem', 'Before KB5049981')
    row.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
    await window.settle()
    expect([window.all('dialog'), window.bridge.requests]).toEqual([[], []])
  })

  it('opens and closes by its arrow, which selects nothing else', async () => {
    const arrow = window.get('treeitem', 'Office and tools installed').querySelector('.arrow')!
    arrow.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await window.settle()
    expect([
      names().includes('Now'),
      window.get('treeitem', 'Clean install').getAttribute('aria-selected'),
    ]).toEqual([false, 'true'])
  })
})

describe('a tree that one comes back to', () => {
  it('is closed where it was closed, and Tab stops where one was', async () => {
    await walk('ArrowRight', 'ArrowLeft')
    await window.click('gridcell', 'VM-2')
    await window.click('gridcell', 'WIN11-TEST')
    const stops = window.all('treeitem').filter(({ tabIndex }) => tabIndex === 0)
    expect([names().includes('Now'), stops.map(accessibleName)]).toEqual([
      false,
      ['Office and tools installed'],
    ])
    // Nothing of it is selected, so that no key deletes what one only looked at before.
    expect(stops[0]?.getAttribute('aria-selected')).toBe('false')
  })

  it('shows every one of 50 that hang under one another, and reaches the last by one key', async () => {
    await window.click('gridcell', 'VM-2')
    window.all('treeitem')[0]?.focus()
    await window.settle()
    expect(await walk('End')).toEqual(['Step 50'])
    expect(window.get('treeitem', 'Step 50').getAttribute('aria-level')).toBe('50')
  })
})

describe('the filter in the tree', () => {
  it('keeps what it finds and the way to it, opens what hides it, and marks it', async () => {
    await walk('ArrowRight', 'ArrowLeft')
    await window.type('textbox', 'Filter', 'kb50')
    expect(names()).toEqual(['Clean install', 'Office and tools installed', 'Before KB5049981'])
    const found = window.get('treeitem', 'Before KB5049981').getAttribute('aria-describedby') ?? ''
    expect(found.split(' ').map((id) => document.getElementById(id)?.textContent.trim())).toContain(
      'found by the filter',
    )
    await window.type('textbox', 'Filter', '')
    expect(names()).toEqual([
      'Clean install',
      'Office and tools installed',
      'Automatic Checkpoint - WIN11-TEST',
    ])
  })

  it('leaves the tree whole where the machine itself is what was looked for', async () => {
    await window.type('textbox', 'Filter', 'win11')
    expect(names().length).toBe(5)
  })
})
