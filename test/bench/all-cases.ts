import type { BenchCase } from './bench-case.ts'
import { bridgeCall } from './cases/bridge-call.ts'
import { bridgeGet } from './cases/bridge-get.ts'
import { clickUnderLoad } from './cases/click-under-load.ts'
import { deltaFanout } from './cases/delta-fanout.ts'
import { healthOfMany } from './cases/health-1k.ts'
import { idle } from './cases/idle.ts'
import { coldInventory } from './cases/inventory-cold.ts'
import { pollOfOneChange } from './cases/poll-one-change.ts'
import { unchangedPoll } from './cases/poll-unchanged.ts'
import { realPowerShell } from './cases/real-powershell.ts'
import { middlingReply } from './cases/reply-1m.ts'
import { longReply } from './cases/reply-40m.ts'
import { replyInSmallChunks, replyWithFineTail } from './cases/reply-in-pieces.ts'
import { restart } from './cases/restart.ts'
import { roundTrip } from './cases/rt-1k.ts'
import { roundTripsAtOnce } from './cases/rt-1k-x64.ts'
import { soak } from './cases/soak-calls.ts'
import { soakOfPolls } from './cases/soak-polls.ts'
import { startInBrowser } from './cases/start-browser.ts'
import { startOfMain } from './cases/start-main-stub.ts'
import { treeExpandAll } from './cases/tree-expand-all.ts'
import { treeFilter } from './cases/tree-filter.ts'
import { treePaint } from './cases/tree-paint.ts'
import { treePaintTenfold } from './cases/tree-paint-10x.ts'
import { treeScroll } from './cases/tree-scroll.ts'

/** In the order in which they run and stand in the document. */
export const allCases: readonly BenchCase[] = [
  // The session.
  ...[roundTrip, roundTripsAtOnce, middlingReply, longReply, replyInSmallChunks, replyWithFineTail, restart],
  // The list of a host.
  ...[coldInventory, unchangedPoll, pollOfOneChange, realPowerShell],
  // The loopback bridge.
  ...[bridgeCall, bridgeGet, deltaFanout],
  // The window.
  ...[treePaint, treePaintTenfold, treeScroll, treeExpandAll, treeFilter, clickUnderLoad, healthOfMany],
  // The start, and nobody there.
  ...[startInBrowser, startOfMain, idle],
  // What grows in the long run.
  ...[soak, soakOfPolls],
]
