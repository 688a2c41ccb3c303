import type { TrayAction } from '#contract/tray-entry'
import type { App } from '../core/app.ts'
import type { Clock } from '../core/ports.ts'
import { machineAskedFor } from './asked-checkpoint.ts'
import type { AskedCheckpoint } from './command-line.ts'
import { createNotifications } from './notifications.ts'
import { createTrayActions } from './tray-actions.ts'
import { noMachine, trayRefusal } from './tray-refusal.ts'
import { type TrayResults, createTrayResults } from './tray-results.ts'
import { watchOperations } from './watch-operations.ts'

interface Parts {
  readonly app: Pick<App, 'dispatch' | 'subscribe'>
  readonly clock: Pick<Clock, 'monotonic' | 'after'>
  readonly quit: () => void
}

/** What is asked for where no window shows how it goes on: it is done, and told how it ended. */
export interface TrayActs {
  readonly act: (action: TrayAction) => void
  readonly take: (asked: AskedCheckpoint) => Promise<void>
  readonly results: TrayResults
}

export function createTrayActs({ app, clock, quit }: Parts): TrayActs {
  const tell = createNotifications((action) => {
    act(action)
  }, clock)
  const results = createTrayResults(tell)
  const act = createTrayActions({
    app: watchOperations(app, (operation) => {
      results.follow(operation)
    }),
    quit,
    onRefused: (action, failure) => {
      tell(trayRefusal(action, failure))
    },
  })
  return {
    act,
    results,
    take: async (asked) => {
      const named = await machineAskedFor(app, asked)
      if ('problem' in named) tell(noMachine(named.problem))
      else act({ do: 'checkpoint', vmId: named.vm.id, reason: asked.reason })
    },
  }
}
