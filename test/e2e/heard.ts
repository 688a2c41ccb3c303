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
    Object.assign(globalThis, { said })
    const note = (place: Element): void => {
      const words = place.textContent.replaceAll(/\s+/g, ' ').trim()
      if (words !== '' && said.at(-1) !== words) said.push(words)
    }
    new MutationObserver((changes) => {
      const nodes = changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes])
      const elements = nodes.map((node) => (node instanceof Element ? node : node.parentElement))
      const places = elements.map((each) => each?.closest('[role=alert], [role=status], [aria-live=polite]'))
      for (const place of new Set(places)) if (place) note(place)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => (globalThis as unknown as { readonly said: readonly string[] }).said)
}
