import { defaultAppSettings } from '#contract/default-settings'
import type { AppEvent, EventName } from '#contract/events'
import type { VmId } from '#contract/model'
import type { Input, OperationName, Output } from '#contract/operations'
import type { Readiness } from '#contract/readiness'
import type { TrayFacts } from '#contract/tray-facts'
import type { App } from './app.ts'
import { ask } from './ask.ts'
import { createLastingJudge } from './lasting-judge.ts'
import type { Clock } from './ports.ts'

export interface AppFollower {
  /** As they are now, by the clock. */
  readonly facts: () => TrayFacts
  /** Asks for what decides the verdict of these machines, one after the other; what can't be read stays unknown. */
  readonly readReadiness: (vmIds: readonly VmId[]) => Promise<void>
  readonly close: () => void
}

/** Figures that change every two seconds, and what concerns windows alone. */
const unshown: ReadonlySet<EventName> = new Set<EventName>(['vm.load', 'window.asked', 'desktop.changed'])
/** Milliseconds. A host of a thousand machines tells of all of them at once, and the tray is drawn once. */
const gathering = 50
/** Milliseconds. Checkpoints grow old without a word from the host, and a day is what people count in. */
const longestUntold = 3_600_000
/** Milliseconds. A service in the guest stops without a word from the host, and it is what decides. */
const longestGood = 30_000

/**
 * Keeps what the tray shows current, over the same door as every window. Whatever happens, all is asked for again: it is
 * in memory, and answers that are read together belong together.
 */
export function followApp(
  app: Pick<App, 'dispatch' | 'subscribe'>,
  clock: Clock,
  onFacts: (facts: TrayFacts) => void,
): AppFollower {
  let known: Known = nothingKnown
  const judgeOf = createLastingJudge()
  const guests = new Map<VmId, { readonly readiness: Readiness; readonly readAt: number }>()
  let stopGathering: (() => void) | null = null
  let isClosed = false

  async function answer<K extends OperationName>(name: K, input: Input<K>): Promise<Output<K> | null> {
    const reply = await ask(app, name, input)
    return reply.ok ? reply.value : null
  }

  async function read(): Promise<void> {
    const [status, vms, records, operations, settings] = await Promise.all([
      answer('host.status', {}),
      answer('vm.list', {}),
      answer('record.list', {}),
      answer('operation.list', {}),
      answer('settings.read', {}),
    ])
    known = {
      status: status ?? known.status,
      vms: vms ?? known.vms,
      records: records ?? known.records,
      operations: operations ?? known.operations,
      settings: settings?.settings ?? known.settings,
    }
    if (!isClosed) onFacts(facts())
  }

  function readSoon(): void {
    stopGathering ??= clock.after(gathering, () => {
      stopGathering = null
      void read()
    })
  }

  function take(event: AppEvent): void {
    if (unshown.has(event.name)) return
    if (event.name === 'vm.changed') guests.delete(event.payload.id)
    readSoon()
  }

  function facts(): TrayFacts {
    const oldest = clock.monotonic() - longestGood
    const fresh = [...guests].filter(([, { readAt }]) => readAt >= oldest)
    const readiness = new Map(fresh.map(([vmId, each]) => [vmId, each.readiness]))
    const now = clock.now()
    return { ...known, readiness, now, judge: judgeOf({ ...known, now }) }
  }

  function readNowAndThen(): () => void {
    void read()
    return clock.after(longestUntold, () => {
      stopReading = readNowAndThen()
    })
  }

  const unsubscribe = app.subscribe(take)
  let stopReading = readNowAndThen()
  return {
    facts,
    readReadiness: async (vmIds) => {
      for (const vmId of vmIds) {
        const readiness = await answer('vm.readiness', { vmId })
        if (isClosed) return
        if (readiness === null) guests.delete(vmId)
        else guests.set(vmId, { readiness, readAt: clock.monotonic() })
      }
      onFacts(facts())
    },
    close: () => {
      isClosed = true
      unsubscribe()
      stopReading()
      stopGathering?.()
    },
  }
}

type Known = Omit<TrayFacts, 'readiness' | 'now' | 'judge'>

const nothingKnown: Known = {
  status: null,
  vms: [],
  records: [],
  operations: [],
  settings: defaultAppSettings,
}
