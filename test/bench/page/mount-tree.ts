import { createPinia } from 'pinia'
import { createApp, h, type Component } from 'vue'
import type { Vm } from '#contract/model'
import CheckpointTree from '../../../renderer/panes/CheckpointTree.vue'
import FilterBox from '../../../renderer/panes/FilterBox.vue'
import NaiveTree from './NaiveTree.vue'

/** `empty` is as high as the tree and holds nothing: the least that scrolling can cost. */
export type TreePeer = 'ours' | 'naive' | 'empty' | 'ours with filter'

export interface Mounted {
  readonly unmount: () => void
}

export function mountTree(peer: TreePeer, vm: Vm): Mounted {
  const app = createApp({ render: () => contentOf(peer, vm) })
  app.use(createPinia()).mount('#app')
  return app
}

function contentOf(peer: TreePeer, vm: Vm): ReturnType<typeof h> | ReturnType<typeof h>[] {
  switch (peer) {
    case 'ours':
      return tree(CheckpointTree, vm)
    case 'naive':
      return tree(NaiveTree, vm)
    case 'ours with filter':
      return [h(FilterBox), tree(CheckpointTree, vm)]
    case 'empty': {
      const height = `${String((vm.checkpoints.length + 1) * 26)}px`
      return h('div', { class: 'frame', style: 'flex: 1; min-height: 0; overflow: hidden auto' }, [
        h('div', { style: { height } }),
      ])
    }
  }
}

function tree(component: Component, vm: Vm): ReturnType<typeof h> {
  return h(component, { vm })
}
