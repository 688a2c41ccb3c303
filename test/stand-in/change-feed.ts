import { setImmediate } from 'node:timers/promises'
import type { SimulatedJob, SimulatedVm, Simulation } from '../../electron/hyperv/simulated/simulation.ts'

/** What changed in a simulation, for those who listen: the machine and its jobs before and after. */
export interface ChangeFeed {
  /**
   * Answers when there is something after `since`, and after a while with nothing, so that who listens can look around; at
   * once with the number of the last where that is -1.
   */
  readonly after: (since: number) => Promise<FeedAnswer>
  /** Those who listen are told nothing any more, and nobody tells them that. */
  readonly forgetListeners: () => void
  /** As if a machine had run for a second longer, and nothing else had changed. */
  readonly tellFigures: (vmId: string) => void
  readonly close: () => void
}

interface FeedAnswer {
  readonly last: number
  readonly isForgotten: boolean
  readonly changes: readonly Change[]
}

interface Change {
  readonly number: number
  readonly before: MachineState | null
  readonly after: MachineState | null
}

interface MachineState {
  readonly vm: SimulatedVm
  readonly jobs: readonly SimulatedJob[]
}

export function createChangeFeed(simulation: Simulation): ChangeFeed {
  const changes: Change[] = []
  let states = statesOf(simulation)
  let last = 0
  let forgottenAt = 0
  const waiting: (() => void)[] = []

  const tellAll = (): void => {
    last += 1
    for (const wake of waiting.splice(0)) wake()
  }
  const note = (vmId: string): void => {
    const vm = simulation.vm(vmId)
    const before = states.get(vmId) ?? null
    const after = vm === undefined ? null : stateOf(simulation, vm)
    if (after === null) states.delete(vmId)
    else states.set(vmId, after)
    tellAll()
    changes.push({ number: last, before, after })
  }
  const stopListening = simulation.onChange((vmId) => {
    const concerned = vmId === null ? new Set([...states.keys(), ...statesOf(simulation).keys()]) : [vmId]
    for (const each of concerned) note(each)
  })
  return {
    after: async (since) => {
      if (since >= 0 && since >= last) await somethingOrNothing(waiting)
      // What changes at one moment is told at once.
      await setImmediate()
      const isForgotten = since >= 0 && since < forgottenAt
      return { last, isForgotten, changes: since < 0 ? [] : changes.filter(({ number }) => number > since) }
    },
    forgetListeners: () => {
      tellAll()
      forgottenAt = last
    },
    tellFigures: (vmId) => {
      const state = states.get(vmId)
      if (state === undefined) return
      const { vm, jobs } = state
      tellAll()
      changes.push({ number: last, before: state, after: { vm: { ...vm, uptime: vm.uptime + 1_000 }, jobs } })
    },
    close: () => {
      stopListening()
      states = new Map()
    },
  }
}

/** Milliseconds. */
const longestSilence = 2_000

function somethingOrNothing(waiting: (() => void)[]): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestSilence)
    waiting.push(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}

function statesOf(simulation: Simulation): Map<string, MachineState> {
  return new Map(simulation.vms().map((vm) => [vm.id, stateOf(simulation, vm)]))
}

function stateOf(simulation: Simulation, vm: SimulatedVm): MachineState {
  const checkpoints = vm.checkpoints.map((each) => ({ ...each, disks: [] }))
  return {
    vm: { ...vm, disks: [], checkpoints },
    jobs: simulation.jobs().filter(({ vmId }) => vmId === vm.id),
  }
}
