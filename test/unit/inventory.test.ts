import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors'
import type { AppEvent } from '#contract/events'
import { type Vm, VmId } from '#contract/model'
import { createEventHub } from '../../electron/core/event-hub.ts'
import { type Inventory, createInventory } from '../../electron/core/inventory.ts'
import type { HyperVHost, VmReadings } from '../../electron/core/ports.ts'
import { exampleCheckpoint, exampleVm } from '../support/example-vm.ts'
import { type ManualClock, createManualClock } from '../support/manual-clock.ts'
import { silentLog } from '../support/silent-log.ts'

const first = exampleVm()
const second = exampleVm({ id: VmId.parse('33333333-3333-4333-8333-333333333333'), name: 'DC01' })

let clock: ManualClock
let events: AppEvent[]
let inventory: Inventory
let readAll: () => Promise<VmReadings>
let readVm: () => Promise<Vm | null>
let connects: number
let connectedByHand: (boolean | undefined)[]
let startsAnew: number
let connectProblem: AppError | null
let hint: (vmId: VmId | null) => void

beforeEach(() => {
  clock = createManualClock()
  events = []
  connects = 0
  connectedByHand = []
  startsAnew = 0
  connectProblem = null
  readAll = () => Promise.resolve({ vms: [first, second], unread: [] })
  readVm = () => Promise.resolve(first)
  const hub = createEventHub((error) => {
    throw error
  })
  hub.subscribe((event) => events.push(event))
  // Of a host the inventory uses these five; anything else would be a defect and fail here.
  const host = {
    kind: 'demo',
    pathStyle: 'windows',
    startAnew: () => {
      startsAnew += 1
    },
    readAll: () => readAll(),
    readVm: () => readVm(),
    watch: (onHint: (vmId: VmId | null) => void) => {
      hint = onHint
      return () => undefined
    },
  } as unknown as HyperVHost
  inventory = createInventory({
    connect: (byHand) => {
      connects += 1
      connectedByHand.push(byHand)
      if (connectProblem !== null) return Promise.reject(connectProblem)
      return Promise.resolve({ host, name: 'HV-LAB', description: 'Demo host', demoReason: null })
    },
    publish: hub.publish,
    clock,
    log: silentLog,
  })
})

it('says that it is connecting until the first list is there', async () => {
  const before = inventory.status().connection
  await inventory.refresh()
  expect([before, inventory.status()]).toEqual([
    'connecting',
    {
      kind: 'demo',
      name: 'HV-LAB',
      connection: 'live',
      problem: null,
      description: 'Demo host',
      demoReason: null,
      pathStyle: 'windows',
      readAt: '2026-11-21T09:00:00.000Z',
    },
  ])
})

describe('a reading', () => {
  beforeEach(async () => {
    await inventory.refresh()
    events.length = 0
  })

  it('that finds nothing new publishes nothing', async () => {
    await inventory.refresh()
    expect(events).toEqual([])
  })

  it('publishes the one machine that changed, whole', async () => {
    const changed = { ...first, checkpoints: [exampleCheckpoint(1)] }
    readAll = () => Promise.resolve({ vms: [changed, second], unread: [] })
    await inventory.refresh()
    expect(events).toEqual([{ name: 'vm.changed', payload: changed }])
  })

  it('gathers figures that run into one small event', async () => {
    const load = { cpuUsage: 99, memoryAssigned: 1, uptime: 2 }
    readAll = () =>
      Promise.resolve({
        vms: [
          { ...first, load },
          { ...second, load },
        ],
        unread: [],
      })
    await inventory.refresh()
    expect(events).toEqual([
      { name: 'vm.load', payload: [first, second].map(({ id }) => ({ vmId: id, load })) },
    ])
  })

  it.each(['cpuUsage', 'memoryAssigned', 'uptime'] as const)(
    'tells that %s runs, and nothing else',
    async (figure) => {
      const load = { ...first.load, [figure]: 7 }
      readAll = () => Promise.resolve({ vms: [{ ...first, load }, second], unread: [] })
      await inventory.refresh()
      expect(events).toEqual([{ name: 'vm.load', payload: [{ vmId: first.id, load }] }])
    },
  )

  it('tells of a machine that is gone, and keeps one that could not be read', async () => {
    const failure = { code: 'operation-failed', message: 'It was deleted while the list was read.' } as const
    readAll = () => Promise.resolve({ vms: [], unread: [{ vmId: second.id, failure }] })
    await inventory.refresh()
    expect([events, inventory.vms()]).toEqual([
      [{ name: 'vm.removed', payload: { vmId: first.id } }],
      [second],
    ])
  })

  it('that arrives after a newer one is dropped', async () => {
    let answerLate: (vm: Vm) => void = () => undefined
    readVm = () => new Promise((resolve) => (answerLate = resolve))
    const late = inventory.fresh(first.id)
    const newer = { ...first, state: 'Off' as const }
    readAll = () => Promise.resolve({ vms: [newer, second], unread: [] })
    await inventory.refresh()
    answerLate(first)
    await late
    expect(inventory.vms()[0]).toEqual(newer)
  })

  it('of one machine that fails for its own sake loses nobody', async () => {
    readVm = () => Promise.reject(new AppError('operation-failed', 'Its configuration is locked.'))
    hint(first.id)
    await clock.advance(0)
    expect([inventory.status().connection, events]).toEqual(['live', []])
  })
})

it('has begun anew, where a person asks for it, what a host that is there has given up for a while', async () => {
  await inventory.refresh()
  hint(null)
  await clock.advance(1_000)
  const before = startsAnew
  await inventory.refresh()
  expect([connectedByHand, before, startsAnew]).toEqual([[true], 0, 1])
})

describe('a host that is lost', () => {
  beforeEach(async () => {
    await inventory.refresh()
    readAll = () => Promise.reject(new AppError('host-lost', 'PowerShell stopped unexpectedly.'))
    connectProblem = new AppError('service-stopped', 'The service is not running.')
    hint(null)
    await clock.advance(0)
  })

  it('keeps its list, says why, and refuses in the same words', async () => {
    expect([inventory.vms().length, inventory.status().connection, inventory.status().problem?.code]).toEqual(
      [2, 'lost', 'host-lost'],
    )
    await expect(inventory.fresh(first.id)).rejects.toMatchObject({
      code: 'host-lost',
      message: 'PowerShell stopped unexpectedly.',
    })
  })

  it('is begun anew where a person asks for it, and only then', async () => {
    connectProblem = new AppError('host-lost', 'Gone.')
    connectedByHand = []
    await inventory.refresh()
    await clock.advance(1_000)
    await inventory.refresh()
    expect(connectedByHand).toEqual([true, false, true])
  })

  it('is tried again, less and less often, and comes back by itself', async () => {
    const before = connects
    await clock.advance(10_000)
    const tries = connects - before
    connectProblem = null
    readAll = () => Promise.resolve({ vms: [first, second], unread: [] })
    await clock.advance(30_000)
    expect([tries, inventory.status().connection, inventory.status().problem]).toEqual([4, 'live', null])
  })

  it('is left alone once the app is closed', async () => {
    inventory.close()
    const before = connects
    await clock.advance(60_000)
    expect(connects).toBe(before)
  })
})

it('lets all who ask for a refresh meanwhile share the next one', async () => {
  let reads = 0
  readAll = () => {
    reads += 1
    return Promise.resolve({ vms: [first], unread: [] })
  }
  await Promise.all([inventory.refresh(), inventory.refresh(), inventory.refresh()])
  expect(reads).toBe(2)
})
