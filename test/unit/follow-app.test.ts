import { describe, expect, it, onTestFinished } from 'vitest'
import { defaultAppSettings } from '#contract/default-settings'
import type { VmId } from '#contract/model'
import type { TrayFacts } from '#contract/tray-facts'
import { trayMachines } from '#contract/tray-machines'
import type { Dispatch } from '../../electron/core/dispatcher.ts'
import { createEventHub } from '../../electron/core/event-hub.ts'
import { followApp } from '../../electron/core/follow-app.ts'
import { openAppOnLab } from '../support/app-on-lab.ts'

const gone = '99999999-9999-4999-8999-999999999999' as VmId

/** The app on the lab, followed from now on; what is in `refused` is refused, and `hub` tells what the test wants. */
async function open() {
  const app = await openAppOnLab()
  const refused = new Set<string>()
  const hub = createEventHub((error) => {
    throw error
  })
  const stopTelling = app.subscribe(({ name, payload }) => {
    hub.publish(name, payload)
  })
  const dispatch: Dispatch = (name, input) => app.dispatch(refused.has(name) ? 'nothing' : name, input)
  const told: TrayFacts[] = []
  const follower = followApp({ dispatch, subscribe: hub.subscribe }, app.clock, (facts) => told.push(facts))
  onTestFinished(async () => {
    stopTelling()
    follower.close()
    await app.close()
  })
  await app.clock.advance(0)
  return { app, told, follower, hub, refused, vmId: app.lab.spare('running')[0]! }
}

describe('What the tray is told', () => {
  it('is all that the app knows, at once', async () => {
    const { app, told, follower } = await open()
    expect(told).toEqual([follower.facts()])
    const { settings } = await app.call('settings.read', {})
    expect(told).toEqual([
      {
        status: await app.call('host.status', {}),
        vms: await app.call('vm.list', {}),
        records: [],
        operations: [],
        readiness: new Map(),
        settings,
        now: app.clock.now(),
        judge: expect.any(Function) as unknown,
      },
    ])
  })

  it('is told once for all that happens at nearly the same moment, and again for what comes later', async () => {
    const { app, told, follower, vmId } = await open()
    const before = told.length
    await app.call('settings.change', { lastVmId: vmId })
    await app.call('settings.change', { favourites: [vmId] })
    expect(told.length).toBe(before)
    await app.clock.advance(50)
    expect([told.length, told.at(-1)]).toEqual([before + 1, follower.facts()])
    expect(told.at(-1)?.settings).toMatchObject({ lastVmId: vmId, favourites: [vmId] })
    await app.call('settings.change', { favourites: [] })
    await app.clock.advance(50)
    expect([told.length, told.at(-1)?.settings.favourites]).toEqual([before + 2, []])
  })

  it('shows a checkpoint being taken, to its end and its record, without ever having asked the host', async () => {
    const { app, told, vmId } = await open()
    const { id, checkpointId } = await app.finish('checkpoint.create', { vmId, reason: 'Before updates' })
    await app.clock.advance(50)
    const seen = told.flatMap(({ operations }) => operations.filter((each) => each.id === id))
    expect(new Set(seen.map(({ state }) => state))).toEqual(new Set(['running', 'done']))
    const last = told.at(-1)
    expect([
      last?.vms.find((vm) => vm.id === vmId)?.checkpoints.map((each) => each.id),
      last?.records.map((each) => [each.checkpointId, each.reason]),
    ]).toEqual([[checkpointId], [[checkpointId, 'Before updates']]])
  })

  it('is nothing new where only the load of machines changed, or a window was asked for something', async () => {
    const { app, told, hub, vmId } = await open()
    const before = told.length
    hub.publish('vm.load', [{ vmId, load: (await app.vm(vmId)).load }])
    hub.publish('window.asked', { what: 'health' })
    await app.clock.advance(1_000)
    expect(told.length).toBe(before)
  })

  it('is told every hour at least, for what grows old does so by itself', async () => {
    const { app, told, follower } = await open()
    const before = told.length
    await app.clock.advance(3_600_000)
    expect([told.length, told.at(-1)?.now]).toEqual([before + 1, app.clock.now()])
    await app.clock.advance(3_600_000)
    expect(told.length).toBe(before + 2)
    follower.close()
    await app.clock.advance(7_200_000)
    expect(told.length).toBe(before + 2)
  })

  it('stays what it was of that which can’t be asked for', async () => {
    const { app, told, hub, follower, refused } = await open()
    const [first] = told
    refused.add('vm.list').add('settings.read').add('host.status').add('record.list').add('operation.list')
    await app.clock.advance(5_000)
    hub.publish('host.changed', await app.call('host.status', {}))
    await app.clock.advance(50)
    expect([told.length, follower.facts()]).toEqual([2, { ...first, now: app.clock.now() }])
  })

  it('has nothing of an app that has not answered yet', async () => {
    const { app } = await open()
    const told: TrayFacts[] = []
    const silent = { dispatch: () => new Promise<never>(() => undefined), subscribe: app.subscribe }
    const { facts, close } = followApp(silent, app.clock, (each) => told.push(each))
    expect([facts(), told]).toEqual([
      {
        status: null,
        vms: [],
        records: [],
        operations: [],
        readiness: new Map(),
        settings: defaultAppSettings,
        now: app.clock.now(),
        judge: expect.any(Function) as unknown,
      },
      [],
    ])
    close()
  })

  it('ends when nobody follows any more', async () => {
    const { app, told, follower, vmId } = await open()
    const before = told.length
    await app.call('settings.change', { lastVmId: vmId })
    const reading = follower.readReadiness([vmId])
    follower.close()
    await app.clock.settle(reading)
    await app.clock.advance(1_000)
    await app.call('settings.change', { lastVmId: null })
    await app.clock.advance(1_000)
    expect(told.length).toBe(before)
  })
})

describe('What decides a checkpoint', () => {
  it('is read of the machines that are asked for, and told once it is there', async () => {
    const { app, told, follower, vmId } = await open()
    const { disabled } = app.lab.role
    await app.clock.settle(follower.readReadiness([vmId, disabled]))
    const readiness = [vmId, disabled].map(async (each) => app.call('vm.readiness', { vmId: each }))
    expect([...(told.at(-1)?.readiness.values() ?? [])]).toEqual(await Promise.all(readiness))
    const verdicts = trayMachines(follower.facts()).filter(({ vm }) => vm.id === vmId)
    expect(verdicts.map(({ verdict }) => verdict)).toEqual([{ kind: 'production' }])
  })

  it('stays unknown of a machine that can’t be asked, and is read of the next all the same', async () => {
    const { app, follower, vmId } = await open()
    await app.clock.settle(follower.readReadiness([gone, vmId]))
    expect([...follower.facts().readiness.keys()]).toEqual([vmId])
  })

  it('is not known any more once the machine changed', async () => {
    const { app, follower, vmId } = await open()
    const other = app.lab.spare('running')[1]!
    await app.clock.settle(follower.readReadiness([vmId, other]))
    await app.finish('vm.save', { vmId })
    expect([...follower.facts().readiness.keys()]).toEqual([other])
  })

  it('is not known any more once it is so old that the guest may have changed', async () => {
    const { app, follower, vmId } = await open()
    await app.clock.settle(follower.readReadiness([vmId]))
    await app.clock.advance(30_000)
    expect(follower.facts().readiness.size).toBe(1)
    await app.clock.advance(1)
    expect(follower.facts().readiness.size).toBe(0)
  })

  it('is forgotten of a guest that can’t be asked any more', async () => {
    const { app, follower, refused, vmId } = await open()
    await app.clock.settle(follower.readReadiness([vmId]))
    refused.add('vm.readiness')
    await app.clock.settle(follower.readReadiness([vmId]))
    expect(follower.facts().readiness.size).toBe(0)
  })
})
