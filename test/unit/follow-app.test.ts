import { describe, expect, it, onTestFinished } from 'vitest'
import type { TrayFacts } from '#contract/tray-facts'
import { followApp } from '../../electron/core/follow-app.ts'
import { openAppOnLab } from '../support/app-on-lab.ts'

/** The app on the lab, followed from now on. */
async function open() {
  const app = await openAppOnLab()
  const told: TrayFacts[] = []
  const follower = followApp(app, app.clock, (facts) => told.push(facts))
  onTestFinished(async () => {
    follower.close()
    await app.close()
  })
  await app.clock.advance(0)
  return { app, told, follower }
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
      },
    ])
  })
})
