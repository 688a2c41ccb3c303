import { expect, it, onTestFinished } from 'vitest'
import type { Operation } from '#contract/model'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'
import { everyChange } from '../support/every-change.ts'
import { createLossyHost } from '../support/lossy-host.ts'

/** Longer than Hyper-V keeps a job that has ended. */
const later = 6 * 60_000

const kinds: readonly Operation['kind'][] = ['create-checkpoint', 'apply-checkpoint', 'delete-checkpoint']

it.each(kinds)(
  'What became of a %s is seen from the machine where Hyper-V has forgotten the job',
  async (kind) => {
    const change = everyChange.find((each) => each.kind === kind && each.also === undefined)!
    const host = createLossyHost()
    const app = await openAppOnLab({}, host.wrap)
    onTestFinished(app.close)
    const vmId = app.lab.spare(change.machine)[0]!
    const input = await change.input(app, vmId)
    const asked = host.asked.length
    host.lose('silence-after')
    await app.clock.settle(app.dispatch(change.name, { vmId, ...input }))
    await app.vanish()
    await app.clock.advance(later)
    expect(app.simulation.jobs()).toEqual([])
    const [found] = await foundBy(await app.beside(host.wrap))
    expect([found?.kind, found?.state, host.asked.length - asked]).toEqual([kind, 'done', 1])
  },
)

/** What the next start lists, once it knows how it ended. */
async function foundBy(next: AppOnLab): Promise<readonly Operation[]> {
  onTestFinished(next.close)
  await next.clock.advance(30_000)
  return next.call('operation.list', {})
}
