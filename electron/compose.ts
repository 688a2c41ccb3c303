import { randomBytes, randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { OperationId } from '#contract/model'
import { SessionNonce } from '#contract/seen'
import type { App } from './core/app.ts'
import { createChanges } from './core/changes.ts'
import { createDiagnose } from './core/diagnose.ts'
import { createDispatcher } from './core/dispatcher.ts'
import { endUndoWhereWrong } from './core/end-undo.ts'
import { createEventHub } from './core/event-hub.ts'
import { createFailureHistory } from './core/failure-history.ts'
import { keepSettings } from './core/app-settings.ts'
import { createHandlers } from './core/handlers.ts'
import { createInventory } from './core/inventory.ts'
import { createOperationsQueue } from './core/operations-queue.ts'
import { recoverWhenConnected } from './core/recovery.ts'
import { keepRecords } from './core/records.ts'
import { examinerFor, hostFor } from './host-of-options.ts'
import { labRecords } from './hyperv/simulated/lab-records.ts'
import type { DesktopTools, Log } from './core/ports.ts'
import { ownFacts } from './own-facts.ts'
import type { StartOptions } from './start-options.ts'
import { aboutThisApp } from './storage/about-this-app.ts'
import { createConsoleLog } from './storage/console-log.ts'
import { openJournal } from './storage/open-journal.ts'
import { openLog } from './storage/open-log.ts'
import { dataFolder } from './storage/data-folder.ts'
import { openRecordsFile } from './storage/records-file.ts'
import { openSettingsFile } from './storage/settings-file.ts'
import { systemClock } from './storage/system-clock.ts'
import { version } from '../package.json'

export interface ComposedApp extends App {
  /** For what the shell around the app has to tell of itself. */
  readonly log: Log
}

/** The only wiring: host, rules and storage become one app, which every bridge then serves. Connects in the background. */
export function compose(options: StartOptions, desktop: DesktopTools | null = null): ComposedApp {
  const clock = systemClock
  const folder = dataFolder(process.env, process.platform)
  const console = createConsoleLog(process.env.SAVEPOINT_LOG, (line) => process.stderr.write(line))
  const { log, ...logFiles } = openLog(join(folder, 'logs'), console, clock)
  const about = aboutThisApp(version, logFiles.folder)
  const { system, electron, node } = about
  log.info('Savepoint starts', { version, system, electron, node })
  const history = createFailureHistory(clock)
  const choice = hostFor(options, log, history)
  const hub = createEventHub((error) => {
    log.warn('listener failed', { error: String(error) })
  })
  const inventory = createInventory({ connect: choice.connect, publish: hub.publish, clock, log })
  const journal = openJournal(options.demo, () => inventory.status().kind, clock, log)
  const queue = createOperationsQueue({
    publish: hub.publish,
    clock,
    log,
    journal,
    newId: () => OperationId.parse(randomUUID()),
    readBack: inventory.fresh,
  })
  const records = keepRecords({
    store: openRecordsFile(folder),
    publish: hub.publish,
    hostKind: () => (options.demo ? 'demo' : inventory.status().kind),
    ofDemo: () => labRecords(clock.now()),
    log,
  })
  hub.subscribe(records.follow)
  endUndoWhereWrong(hub, { inventory, queue })
  const { change, ...found } = createChanges({ inventory, queue, records, clock, by: signedIn() })
  const settings = keepSettings(openSettingsFile(folder), hub.publish, log)
  const diagnose = createDiagnose({
    examine: examinerFor(options, log),
    inventory,
    history,
    own: () => ownFacts({ about, settings, records, journal, desktop }),
    clock,
  })
  const dispatch = createDispatcher(
    createHandlers({
      inventory,
      queue,
      change,
      records,
      diagnose,
      settings,
      desktop,
      publish: hub.publish,
      about,
      clock,
      session: SessionNonce.parse(randomBytes(32).toString('hex')),
    }),
    log,
    clock,
  )
  const unfollow = desktop?.follow((state) => {
    hub.publish('desktop.changed', state)
  })
  recoverWhenConnected(hub, journal.leftBehind, { inventory, queue, ...found })
  void inventory.refresh()
  return {
    dispatch,
    subscribe: hub.subscribe,
    log,
    close: async () => {
      unfollow?.()
      inventory.close()
      queue.close()
      // What ends because its host is closed has no outcome yet: the next start finds it.
      await journal.close()
      await choice.close()
      // A start without this line behind it ended in another way.
      log.info('Savepoint ends')
      logFiles.close()
    },
  }
}

/** Empty where the system does not say. */
function signedIn(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}
