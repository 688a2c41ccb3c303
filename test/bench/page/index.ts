import '../../../renderer/theme/tokens.css'
import '../../../renderer/theme/base.css'
import '../../../renderer/theme/controls.css'
import '../../../renderer/theme/columns.css'
import './page.css'
import type { Vm } from '#contract/model'
import { checkpointTree } from '../../../renderer/checkpoint-tree.ts'
import { refresh } from '../../../renderer/follow-host.ts'
import { closeBranches, shownRows } from './closed-branches.ts'
import { framesWhileHidden } from './frames-while-hidden.ts'
import { largeTree } from './large-tree.ts'
import { changeOne, openLoadedWindow } from './loaded-window.ts'
import { mountTree, type Mounted, type TreePeer } from './mount-tree.ts'
import { nextPaint, paintTime } from './painted.ts'
import { scrollThrough } from './scroll-through.ts'
import { substringLoop } from './substring-loop.ts'
import { timeEvents } from './time-events.ts'
import { watchFrames } from './watch-frames.ts'

let vm: Vm = largeTree(2)
let presses: number[] = []
let mounted: Mounted | null = null
let longestBlock = (): number => NaN

function open(peer: TreePeer): void {
  mounted?.unmount()
  mounted = mountTree(peer, vm)
}

/** What the cases ask of the page, by name. */
Object.assign(globalThis, {
  bench: {
    prepare: (rows: number): void => {
      vm = largeTree(rows)
    },
    /** The same list as the host would say it again: nothing that was found out about it is known any more. */
    renew: (): void => {
      vm = { ...vm }
    },
    /** Milliseconds to find out what hangs under what. */
    outline: (): number => {
      const start = performance.now()
      checkpointTree(vm)
      return performance.now() - start
    },
    /** Milliseconds until the tree is painted. */
    paint: async (peer: TreePeer): Promise<number> => {
      mounted?.unmount()
      mounted = null
      return paintTime(() => {
        open(peer)
      })
    },
    elements: (): number => document.querySelectorAll('#app *').length,
    open,
    /** Ours, with every branch closed. */
    closeAllBranches: async (): Promise<void> => {
      open('ours')
      closeBranches(vm)
      await nextPaint()
    },
    shownRows,
    close: (): void => {
      mounted?.unmount()
      mounted = null
    },
    scroll: scrollThrough,
    substringLoop: (wanted: string): number => substringLoop(vm, wanted),
    /** From now on; `pressed` tells them and forgets them. */
    listen: (kind: 'keydown' | 'mousedown'): void => {
      presses = timeEvents(kind)
    },
    /** When all that was pressed has been painted. */
    settle: async (): Promise<void> => {
      await nextPaint()
      await nextPaint()
    },
    pressed: (): readonly number[] => presses.splice(0),
    refresh: (): void => void refresh(),
    watchFrames: (): void => {
      longestBlock = watchFrames()
    },
    /** Milliseconds in which no frame was drawn, since it was asked last. */
    longestBlock: (): number => longestBlock(),
    openLoadedWindow,
    changeOne,
    framesWhileHidden,
  },
})
