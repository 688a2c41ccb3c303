import type { Simulation } from '../../electron/hyperv/simulated/simulation.ts'

type Verb = 'createCheckpoint' | 'applyCheckpoint' | 'removeCheckpoint' | 'changeSettings'

/** Hyper-V that does what it is asked for, and does not say so where a test wants to hold that moment. */
export interface WithheldAnswers {
  readonly simulation: Simulation
  /** Settles when that machine was asked so, and has begun it or done it. The answer comes when the test lets it go. */
  readonly hold: (vmId: string, verb: Verb, at: 'begun' | 'done', times?: number) => Promise<void>
  readonly letGo: () => void
  /** What that machine was asked for, in order. */
  readonly asked: (vmId: string) => readonly Verb[]
}

interface Held {
  readonly vmId: string
  readonly verb: Verb
  readonly at: 'begun' | 'done'
  times: number
  readonly reached: () => void
}

export function withheldAnswers(simulation: Simulation): WithheldAnswers {
  const held = new Set<Held>()
  const asked: { readonly vmId: string; readonly verb: Verb }[] = []
  let letGo: () => void = () => undefined
  let isOver = new Promise<void>((resolve) => (letGo = resolve))

  async function answered<T>(vmId: string, verb: Verb, run: () => Promise<T>): Promise<T> {
    asked.push({ vmId, verb })
    const meant = [...held].find((each) => each.vmId === vmId && each.verb === verb)
    if (meant === undefined || (meant.times -= 1) > 0) return run()
    held.delete(meant)
    const doing = run()
    await (meant.at === 'done' ? doing : undefined)
    meant.reached()
    // What is begun may fail before anybody asks how it ended.
    doing.catch(() => undefined)
    await isOver
    return doing
  }

  return {
    simulation: {
      ...simulation,
      createCheckpoint: (vmId, ...rest) =>
        answered(vmId, 'createCheckpoint', () => simulation.createCheckpoint(vmId, ...rest)),
      applyCheckpoint: (vmId, ...rest) =>
        answered(vmId, 'applyCheckpoint', () => simulation.applyCheckpoint(vmId, ...rest)),
      removeCheckpoint: (vmId, ...rest) =>
        answered(vmId, 'removeCheckpoint', () => simulation.removeCheckpoint(vmId, ...rest)),
      changeSettings: (vmId, ...rest) =>
        answered(vmId, 'changeSettings', () => simulation.changeSettings(vmId, ...rest)),
    },
    hold: (vmId, verb, at, times = 1) =>
      new Promise((reached) => held.add({ vmId, verb, at, times, reached })),
    letGo: () => {
      letGo()
      isOver = new Promise<void>((resolve) => (letGo = resolve))
    },
    asked: (vmId) => asked.filter((each) => each.vmId === vmId).map(({ verb }) => verb),
  }
}
