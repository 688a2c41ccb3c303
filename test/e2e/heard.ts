import type { Page } from 'playwright-core'

/** What a screen reader says of what has the focus. */
export interface Heard {
  readonly role: string
  readonly name: string
  readonly description: string
}

/** From Chromium's own tree for assistive technology, and not from the document. */
export async function heardAtFocus(page: Page): Promise<Heard> {
  const session = await page.context().newCDPSession(page)
  try {
    const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' })
    const { nodes } = await session.send('Accessibility.getPartialAXTree', {
      ...(result.objectId === undefined ? {} : { objectId: result.objectId }),
      fetchRelatives: false,
    })
    const node = nodes[0]
    return {
      role: String(node?.role?.value ?? ''),
      name: String(node?.name?.value ?? ''),
      description: String(node?.description?.value ?? ''),
    }
  } finally {
    await session.detach()
  }
}

/** Notes from now on what is said by itself, in places that are announced when they change. Before the page is opened. */
export async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const said: string[] = []
    const readBefore = new WeakMap<Node, string | null>()
    Object.assign(globalThis, { said })
    const read = (node: Node): void => {
      const words = node.textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''
      if (words !== '' && readBefore.get(node) !== words) said.push(words)
      readBefore.set(node, words)
    }
    const placeOf = (node: Node): Element | null =>
      (node instanceof Element ? node : node.parentElement)?.closest(
        '[role=alert], [role=status], [aria-live=polite]',
      ) ?? null
    new MutationObserver((changes) => {
      const heard = new Set<Node>()
      for (const { target, addedNodes } of changes)
        for (const node of [target, ...addedNodes]) {
          const place = placeOf(node)
          if (place === null) continue
          // Of a place that is not read as one only what is new is read.
          if (place.getAttribute('aria-atomic') !== 'false') heard.add(place)
          else if (node !== target) heard.add(node)
        }
      heard.forEach(read)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => (globalThis as unknown as { readonly said: readonly string[] }).said)
}
