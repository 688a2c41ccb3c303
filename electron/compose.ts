import { randomUUID } from 'node:crypto'
import { OperationId } from '#contract/model'
import type { App } from './core/app.ts'
import { createDispatcher } from './core/dispatcher.ts'
import { createEventHub } from './core/event-hub.ts'
import { createHandlers } from './core/handlers.ts'
import { createInventory } from './core/inventory.ts'
import { createOperationsQueue } from './core/operations-queue.ts'
import type { HyperVHost, Log } from './core/ports.ts'
import { type HostChoice, chooseHost } from './hyperv/choose-host.ts'
import { createPowerShellHost } from './hyperv/powershell/host.ts'
import { createDemoHost } from './hyperv/simulated/demo-host.ts'
import type { StartOptions } from './start-options.ts'
import { createConsoleLog } from './storage/console-log.ts'
import { systemClock } from './storage/system-clock.ts'

/** The only wiring: host, rules and storage become one app, which every bridge then serves. Connects in the background. */
export function compose(options: StartOptions): App {
  const log = createConsoleLog(process.env.SAVEPOINT_LOG, (line) => process.stderr.write(line))
  const clock = systemClock
  const choice = hostFor(options, log)
  const hub = createEventHub((error) => {
    log.warn('listener failed', { error: String(error) })
  })
  const inventory = createInventory({ connect: choice.connect, publish: hub.publish, clock, log })
  const queue = createOperationsQueue({
    publish: hub.publish,
    clock,
    log,
    newId: () => OperationId.parse(randomUUID()),
    readBack: inventory.fresh,
  })
  const dispatch = createDispatcher(createHandlers(inventory, queue), log, clock)
  void inventory.refresh()
  return {
    dispatch,
    subscribe: hub.subscribe,
    close: async () => {
      inventory.close()
      await choice.close()
    },
  }
}

function hostFor({ demo: wantsDemo, powershell, modulePath }: StartOptions, log: Log): HostChoice {
  const clock = systemClock
  const demo = (): HyperVHost => createDemoHost(clock, demoPace())
  if (wantsDemo) return chooseHost({ hyperV: null, demo, reason: null, mayFallBack: false })
  const isAskedFor = powershell !== null || modulePath !== null
  if (process.platform !== 'win32' && !isAskedFor) {
    return chooseHost({
      hyperV: null,
      demo,
      reason: 'Hyper-V is part of Windows, and this is another system.',
      mayFallBack: false,
    })
  }
  const hyperV = (): HyperVHost =>
    createPowerShellHost({
      clock,
      log,
      powershell: powershell ?? undefined,
      modulePath: modulePath ?? undefined,
    })
  return chooseHost({ hyperV, demo, reason: null, mayFallBack: !isAskedFor })
}

/** Tests let the demo host live faster. */
function demoPace(): number {
  const pace = Number(process.env.SAVEPOINT_DEMO_PACE ?? '1')
  return pace > 0 ? pace : 1
}
