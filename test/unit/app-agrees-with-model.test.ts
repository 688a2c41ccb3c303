import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AppModel } from '../model/app-model.ts'
import { carryOut } from '../model/carry-out.ts'
import { type Real, begin, start } from '../model/start.ts'
import { type Step, steps } from '../model/step.ts'

/**
 * A history that failed is made again by what is printed with it: SAVEPOINT_SEED is its seed, SAVEPOINT_PATH its path and
 * SAVEPOINT_REPLAY its replayPath. The seed alone makes all histories of a run again.
 */
const seed = Number(process.env.SAVEPOINT_SEED ?? Date.now() % 1_000_000)
const path = process.env.SAVEPOINT_PATH
const replayPath = process.env.SAVEPOINT_REPLAY ?? null
const wanted = Number(process.env.SAVEPOINT_STEPS ?? '100000')

let carriedOut = 0

class StepCommand implements fc.AsyncCommand<AppModel, Real> {
  readonly #step: Step

  constructor(step: Step) {
    this.#step = step
  }

  check(): boolean {
    return true
  }

  async run(model: AppModel, real: Real): Promise<void> {
    await carryOut(this.#step, model, real)
    carriedOut += 1
  }

  toString(): string {
    return JSON.stringify(this.#step)
  }
}

const history = fc.commands(
  steps.map((each) => each.map((step) => new StepCommand(step))),
  { maxCommands: 150, size: 'max', ...(replayPath === null ? {} : { replayPath }) },
)

describe(`Whatever is asked of the app and of Hyper-V, ${String(wanted)} steps of SAVEPOINT_SEED=${String(seed)}`, () => {
  it('leaves the list and the host as the rules have them, after each step', async () => {
    for (let round = 0; carriedOut < wanted; round += 1) {
      await fc.assert(
        fc.asyncProperty(start, history, async (host, commands) => {
          const { model, real } = await begin(host)
          try {
            await fc.asyncModelRun(() => ({ model, real }), commands)
          } finally {
            await real.app.close()
          }
        }),
        { seed: seed + round, numRuns: 100, ...(path === undefined ? {} : { path }) },
      )
      if (path !== undefined) return
    }
    expect(carriedOut).toBeGreaterThanOrEqual(wanted)
  }, 3_600_000)
})
