import type { AppSettings, AppSettingsState } from '#contract/app-settings'
import type { Bridge } from '#contract/bridge'
import { defaultAppSettings } from '#contract/default-settings'
import type { Failure, Reply } from '#contract/errors'
import type { AppEvent } from '#contract/events'
import type { CheckpointId, HostStatus, Operation, Vm, VmId } from '#contract/model'
import { exampleReadiness } from '../../support/example-readiness.ts'
import { exampleCheckpointDetails, exampleVmDetails } from './example-details.ts'
import { exampleSession } from '../../support/with-seen.ts'
import { exampleVmCosts } from './example-vm-costs.ts'
import { host } from './examples.ts'

/** The other side, in memory: it answers what it holds, keeps what it was asked, and sends what a test tells it to. */
export interface FakeBridge extends Bridge {
  /** Everything that was asked, apart from reading. */
  readonly requests: readonly { readonly name: string; readonly input: unknown }[]
  readonly hold: (what: {
    readonly vms?: readonly Vm[]
    readonly operations?: readonly Operation[]
    readonly status?: HostStatus
  }) => void
  /** The next request of this name is refused. */
  readonly refuse: (name: string, failure: Failure) => void
  /** The next answer to this name waits until the function returned is called. */
  readonly delay: (name: string) => () => void
  /** A function answers each input in its own way. */
  readonly answer: (name: string, value: unknown) => void
  readonly emit: (event: AppEvent) => void
  readonly link: () => void
  readonly lose: () => void
}

export function fakeBridge(vms: readonly Vm[] = []): FakeBridge {
  const requests: { name: string; input: unknown }[] = []
  const answers = new Map<string, unknown>()
  const refusals = new Map<string, Failure>()
  const delays = new Map<string, Promise<void>>()
  const listeners = new Set<Parameters<Bridge['listen']>>()
  hold({ vms, operations: [], status: host })
  keepSettings({ ...defaultAppSettings, isWelcomed: true })
  answers.set('vm.details', (input: { readonly vmId: VmId }) => exampleVmDetails(input))
  answers.set('checkpoint.details', ({ checkpointId }: { readonly checkpointId: CheckpointId }) =>
    exampleCheckpointDetails(checkpointId),
  )
  answers.set('vm.thumbnail', null)
  answers.set('vm.costs', (input: { readonly vmId: VmId }) => exampleVmCosts(input))
  answers.set('record.list', [])
  answers.set('app.session', { session: exampleSession })
  answers.set('desktop.state', { isDesktop: false, hotkeyProblem: null, canStartWithWindows: false })
  answers.set('vm.readiness', exampleReadiness)

  function hold(what: Parameters<FakeBridge['hold']>[0]): void {
    if (what.vms !== undefined) holdVms(what.vms)
    if (what.operations !== undefined) answers.set('operation.list', what.operations)
    if (what.status !== undefined) {
      answers.set('host.status', what.status)
      answers.set('host.refresh', what.status)
    }
  }

  function holdVms(held: readonly Vm[]): void {
    answers.set(
      'vm.ids',
      held.map(({ id }) => id),
    )
    answers.set('vm.list', ({ vmIds }: { readonly vmIds: readonly VmId[] }) =>
      held.filter(({ id }) => vmIds.includes(id)),
    )
  }

  function keepSettings(settings: AppSettings): void {
    const state: AppSettingsState = { settings, problem: null }
    for (const name of ['settings.read', 'settings.change']) answers.set(name, state)
  }

  async function call(name: string, input: unknown): Promise<Reply<unknown>> {
    if (!reading.has(name)) requests.push({ name, input })
    if (name === 'settings.change') {
      const { settings } = answers.get('settings.read') as AppSettingsState
      keepSettings({ ...settings, ...(input as Partial<AppSettings>) })
    }
    // What is read is what was true when it was asked for, however long the answer takes.
    const prepared = answers.get(name)
    const value: unknown = isAnswering(prepared) ? prepared(input) : prepared
    const refusal = refusals.get(name)
    refusals.delete(name)
    await delays.get(name)
    if (refusal !== undefined) return { ok: false, error: refusal }
    if (value === undefined) throw new Error(`No answer to ${name} was prepared.`)
    return { ok: true, value }
  }

  return {
    requests,
    hold,
    call,
    refuse: (name, failure) => refusals.set(name, failure),
    answer: (name, value) => answers.set(name, value),
    delay: (name) => {
      const release = new EventTarget()
      delays.set(name, once(release, 'release'))
      return () => {
        delays.delete(name)
        release.dispatchEvent(new Event('release'))
      }
    },
    listen: (...listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    emit: (event) => {
      for (const [onEvent] of listeners) onEvent(event)
    },
    link: () => {
      for (const [, onLinked] of listeners) onLinked()
    },
    lose: () => {
      for (const [, , onLost] of listeners) onLost()
    },
  }
}

function once(target: EventTarget, name: string): Promise<void> {
  return new Promise((resolve) => {
    target.addEventListener(
      name,
      () => {
        resolve()
      },
      { once: true },
    )
  })
}

function isAnswering(prepared: unknown): prepared is (input: unknown) => unknown {
  return typeof prepared === 'function'
}

const reading: ReadonlySet<string> = new Set([
  'host.status',
  'host.refresh',
  'vm.ids',
  'vm.list',
  'operation.list',
  'record.list',
  'vm.readiness',
  'app.session',
  'vm.costs',
  'settings.read',
  'desktop.state',
  'vm.details',
  'checkpoint.details',
  'vm.thumbnail',
])
