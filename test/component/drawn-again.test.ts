import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Vm } from '#contract/model'
import CheckpointTree from '../../renderer/panes/CheckpointTree.vue'
import { vmWithTree } from './support/examples.ts'

/** How often something was drawn again, by the name of its component. */
const drawnAgain = new Map<string, number>()

function mountTree() {
  const pinia = createPinia()
  setActivePinia(pinia)
  const count = {
    updated(this: { readonly $options: { readonly __name?: string } }): void {
      const name = this.$options.__name ?? ''
      drawnAgain.set(name, (drawnAgain.get(name) ?? 0) + 1)
    },
  }
  return mount(CheckpointTree, {
    props: { vm: vmWithTree() },
    attachTo: document.body,
    global: { plugins: [pinia], mixins: [count] },
  })
}

/** As the host would say it: nothing of it is the object from before. */
function said(vm: Vm): Vm {
  return structuredClone(vm)
}

describe('where the host says a machine again, its tree', () => {
  let tree: ReturnType<typeof mountTree>
  beforeEach(() => {
    tree = mountTree()
    drawnAgain.clear()
  })
  afterEach(() => {
    tree.unmount()
  })

  it('draws no row again of which nothing changed', async () => {
    await tree.setProps({ vm: said({ ...vmWithTree(), notes: 'New' }) })
    expect(drawnAgain.get('CheckpointRow') ?? 0).toBe(0)
  })

  it('draws the one row again whose checkpoint changed', async () => {
    const [first, ...rest] = vmWithTree().checkpoints
    await tree.setProps({
      vm: said({ ...vmWithTree(), checkpoints: [{ ...first!, name: 'Renamed' }, ...rest] }),
    })
    expect(drawnAgain.get('CheckpointRow')).toBe(1)
    expect(tree.text()).toContain('Renamed')
  })

  it('draws “Now” alone again where the machine’s state changed', async () => {
    await tree.setProps({ vm: said({ ...vmWithTree(), state: 'Paused' }) })
    expect(drawnAgain.get('CheckpointRow')).toBe(1)
    expect(tree.text()).toContain('Paused')
  })
})
