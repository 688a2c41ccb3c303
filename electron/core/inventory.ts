import { AppError, type ErrorCode, failureOf } from '#contract/errors'
import type { Publish } from '#contract/events'
import type { HostStatus, Vm, VmId, VmLoad } from '#contract/model'
import { oneAtATime } from './one-at-a-time.ts'
import type {
  Clock,
  ConnectHost,
  HostConnection,
  HostCondition,
  HyperVHost,
  Log,
  VmReadings,
} from './ports.ts'
import { isSameButLoad, isSameLoad, isSameStatus } from './same-as-told.ts'

/**
 * What the host last said. Keeps the way to it open, reads when something may have changed, compares, and publishes
 * only what did. When the host is lost the list stays, and the status says so.
 */
export interface Inventory {
  readonly status: () => HostStatus
  readonly vms: () => readonly Vm[]
  /** The host while it can be reached; throws its problem where it can't. */
  readonly host: () => HyperVHost
  /** How the host is read and watched; null while it can't be reached, and where it does not say. */
  readonly condition: () => HostCondition | null
  /** Connects where need be and reads everything. Never rejects: the status says how it went. */
  readonly refresh: () => Promise<void>
  /** Asks the host about one virtual machine, now. Rejects with `vm-not-found` where it is gone. */
  readonly fresh: (vmId: VmId) => Promise<Vm>
  /** Settles when the virtual machine is as wanted, or gone; `wanted` is asked after every change. */
  readonly until: (vmId: VmId, wanted: (vm: Vm) => boolean) => Promise<void>
  readonly close: () => void
}

interface Dependencies {
  readonly connect: ConnectHost
  readonly publish: Publish
  readonly clock: Clock
  readonly log: Log
}

export function createInventory({ connect, publish, clock, log }: Dependencies): Inventory {
  const vms = new Map<VmId, Vm>()
  /** Per virtual machine the number of the reading that was last taken over: an older one that arrives late is dropped. */
  const takenOver = new Map<VmId, number>()
  const watchers = new Set<() => void>()
  let reading = 0
  let connection: HostConnection | null = null
  let status: HostStatus = initialStatus
  let stopWatching = doNothing
  let cancelRetry = doNothing
  let failuresInARow = 0
  let isClosed = false
  let isByHand = false

  const refresh = oneAtATime(async () => {
    if (isClosed) return
    cancelRetry()
    try {
      const { host } = await linked()
      takeOverAll(await numbered((number) => host.readAll((vm) => void takeOver(vm, number))))
      failuresInARow = 0
      setStatus({ connection: 'live', problem: null, readAt: new Date(clock.now()).toISOString() })
    } catch (error) {
      lose(error)
    }
  })

  async function linked(): Promise<HostConnection> {
    const byHand = isByHand
    isByHand = false
    if (connection !== null) {
      if (byHand) connection.host.startAnew?.()
      return connection
    }
    const opened = await connect(byHand)
    connection = opened
    const { name, description, demoReason } = opened
    setStatus({ kind: opened.host.kind, pathStyle: opened.host.pathStyle, name, description, demoReason })
    stopWatching = opened.host.watch(onHint)
    return opened
  }

  function onHint(vmId: VmId | null): void {
    if (vmId === null) void refresh()
    else void readOne(vmId).catch(loseUnlessItsOwn)
  }

  /** A virtual machine that can't be read is its own trouble; the next reading of all shows it again. */
  function loseUnlessItsOwn(error: unknown): void {
    if (connectionFailures.has(failureOf(error).code)) lose(error)
    else log.warn('virtual machine not read', { code: failureOf(error).code })
  }

  /** The list stays as it was; the way to the host is opened anew, less and less often. */
  function lose(error: unknown): void {
    if (isClosed) return
    const problem = failureOf(error)
    // Said once; how often it is tried again is of interest to nobody but us.
    const isNews = status.problem?.code !== problem.code
    log[isNews ? 'warn' : 'debug']('host lost', { code: problem.code })
    stopWatching()
    stopWatching = doNothing
    connection = null
    setStatus({ connection: 'lost', problem })
    cancelRetry()
    cancelRetry = clock.after(Math.min(500 * 2 ** failuresInARow, 30_000), () => void refresh())
    failuresInARow += 1
  }

  async function readOne(vmId: VmId): Promise<Vm | null> {
    const { number, value } = await numbered(() => host().readVm(vmId))
    if (value === null) forget(vmId, number)
    else takeOver(value, number)
    return value
  }

  async function numbered<T>(read: (number: number) => Promise<T>): Promise<{ number: number; value: T }> {
    reading += 1
    const number = reading
    return { number, value: await read(number) }
  }

  function takeOverAll({ number, value }: { number: number; value: VmReadings }): void {
    const there = new Set(value.unread.map(({ vmId }) => vmId))
    const loads: { readonly vmId: VmId; readonly load: VmLoad }[] = []
    for (const vm of value.vms) {
      there.add(vm.id)
      if (takeOver(vm, number, false)) loads.push({ vmId: vm.id, load: vm.load })
    }
    if (loads.length > 0) publish('vm.load', loads)
    if (there.has(null)) return
    for (const vmId of [...vms.keys()]) if (!there.has(vmId)) forget(vmId, number)
  }

  /** Answers whether the load changed and nothing else did; that is published here unless the caller gathers it. */
  function takeOver(vm: Vm, number: number, publishesLoad = true): boolean {
    if (number < (takenOver.get(vm.id) ?? 0)) return false
    takenOver.set(vm.id, number)
    const before = vms.get(vm.id)
    vms.set(vm.id, vm)
    if (before === undefined || !isSameButLoad(before, vm)) {
      publish('vm.changed', vm)
      tellWatchers()
      return false
    }
    const isLoadChanged = !isSameLoad(before.load, vm.load)
    if (isLoadChanged && publishesLoad) publish('vm.load', [{ vmId: vm.id, load: vm.load }])
    return isLoadChanged
  }

  function forget(vmId: VmId, number: number): void {
    if (number < (takenOver.get(vmId) ?? 0)) return
    takenOver.delete(vmId)
    if (!vms.delete(vmId)) return
    publish('vm.removed', { vmId })
    tellWatchers()
  }

  function setStatus(change: Partial<HostStatus>): void {
    const next = { ...status, ...change }
    const isNews = !isSameStatus(status, next)
    status = next
    if (isNews) publish('host.changed', status)
  }

  function tellWatchers(): void {
    for (const watcher of [...watchers]) watcher()
  }

  function host(): HyperVHost {
    if (connection !== null) return connection.host
    const problem = status.problem
    throw problem === null
      ? new AppError('host-lost', 'Savepoint is still connecting to Hyper-V. Try again in a moment.')
      : new AppError(problem.code, problem.message, problem.detail)
  }

  return {
    status: () => status,
    vms: () => [...vms.values()],
    host,
    condition: () => connection?.host.condition?.() ?? null,
    refresh: () => {
      isByHand = true
      return refresh()
    },
    fresh: async (vmId) => {
      const vm = await readOne(vmId)
      if (vm === null) throw new AppError('vm-not-found', 'This virtual machine is no longer on the host.')
      return vm
    },
    until: (vmId, wanted) =>
      new Promise((resolve) => {
        const look = (): void => {
          const vm = vms.get(vmId)
          if (vm !== undefined && !wanted(vm)) return
          watchers.delete(look)
          resolve()
        }
        watchers.add(look)
        look()
      }),
    close: () => {
      isClosed = true
      stopWatching()
      cancelRetry()
    },
  }
}

const connectionFailures: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'host-lost',
  'powershell-missing',
  'module-missing',
  'service-stopped',
  'language-mode',
  'access-denied',
  'timeout',
])

const initialStatus: HostStatus = {
  kind: 'hyper-v',
  name: '',
  connection: 'connecting',
  problem: null,
  description: '',
  demoReason: null,
  pathStyle: 'windows',
  readAt: null,
}

function doNothing(): void {
  // Nothing to stop yet.
}
