import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAtOnce } from '../model/at-once.ts'
import { same } from '../model/compared.ts'
import { type Start, machines } from '../model/start.ts'
import { type Request, request } from '../model/step.ts'
import { modelOf, textOfApp, textOfModel } from '../model/truth.ts'
import { createTurns, losses } from '../model/turns.ts'
import { labMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'

/** SAVEPOINT_SEED makes the orders of an earlier run again; SAVEPOINT_PATH, as fast-check printed it, the one that failed. */
const seed = Number(process.env.SAVEPOINT_SEED ?? Date.now() % 1_000_000)
const path = process.env.SAVEPOINT_PATH
const wanted = Number(process.env.SAVEPOINT_ORDERS ?? '2500')

/** Two windows, and the tray. */
const asking = fc.tuple(...Array.from({ length: 3 }, () => fc.array(request, { maxLength: 3 })))

describe(`Two windows and the tray that ask at once, in ${String(wanted)} orders of SAVEPOINT_SEED=${String(seed)}`, () => {
  it('get what the rules have, one operation at a time for each machine, and one for what is asked twice', async () => {
    let orders = 0
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), machines, asking, losses, async (scheduler, made, asked, lost) => {
        await playOut(scheduler, made, asked, lost)
        orders += 1
      }),
      { seed, numRuns: wanted, ...(path === undefined ? {} : { path }) },
    )
    expect(orders).toBeGreaterThanOrEqual(path === undefined ? wanted : 1)
  }, 3_600_000)
})

async function playOut(
  scheduler: fc.Scheduler,
  made: Start['machines'],
  asked: readonly (readonly Request[])[],
  lost: Parameters<typeof createTurns>[1],
): Promise<void> {
  let app: AppOnLab | null = null
  const turns = createTurns(scheduler, lost, () => opened(app))
  const lab = made.map((each) => labMachine(each, Date.UTC(2026, 10, 21, 9)))
  app = await openAppOnLab({ lab, pace: 0 }, turns.wrap)
  try {
    app.subscribe(turns.follow)
    const before = app.simulation.vms().map(modelOf)
    const atOnce = createAtOnce(app, turns)
    const replies: Promise<void>[] = []
    asked.forEach((requests, who) => {
      const builders = requests.map((each) => () => {
        const reply = atOnce.ask(each, who === 2)
        // It is looked at in the end.
        reply.catch(() => undefined)
        replies.push(reply)
        return Promise.resolve()
      })
      void scheduler.scheduleSequence(builders)
    })
    await played(scheduler, app, () => turns.faults.length === 0 && atOnce.isUnderWay())
    same('what must never be', turns.faults.join('\n'), '')
    await app.clock.settle(Promise.all(replies))
    const byRules = atOnce.after(before).map((vm) => textOfModel({ ...vm, isExported: false }))
    const shown = (await app.call('vm.list', {})).map((vm) => textOfApp(vm, false))
    same('what the app shows', shown.sort().join('\n'), byRules.join('\n'))
  } finally {
    await app.close()
  }
}

/** What was asked and answered goes on in an order of its own; time passes where nothing else is left to happen. */
async function played(
  scheduler: fc.Scheduler,
  { clock }: AppOnLab,
  isUnderWay: () => boolean,
): Promise<void> {
  for (let turn = 0; turn < 10_000; turn += 1) {
    if (scheduler.count() > 0) {
      await scheduler.waitNext(1)
      await clock.advance(0)
    } else if (isUnderWay()) await clock.advance(250)
    else return
  }
  throw new Error('It never ends.')
}

function opened(app: AppOnLab | null): AppOnLab {
  if (app === null) throw new Error('Nothing is asked before the app is open.')
  return app
}
