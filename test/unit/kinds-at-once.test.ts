import { describe, expect, it, onTestFinished } from 'vitest'
import { CheckpointName } from '#contract/inputs'
import type { Operation, VmId } from '#contract/model'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'
import type { ManualClock } from '../support/manual-clock.ts'

/** The machine's own kind is production, so each of the first two wishes for another. */
type Kind = 'Standard' | 'ProductionOnly' | 'Production'
const pairs: readonly (readonly [Kind, Kind])[] = [
  ['Standard', 'ProductionOnly'],
  ['ProductionOnly', 'Standard'],
  ['Standard', 'Production'],
]

/** Milliseconds. Each of these starts some dozen apps. */
const patience = 30_000

/** Milliseconds. One checkpoint with a kind of its own takes 4.6 seconds, two of them 9.2. */
const moments = (until: number, step: number): readonly number[] =>
  Array.from({ length: until / step }, (_, index) => index * step)

describe('Two checkpoints of one machine, each with a kind of its own', () => {
  it.each(pairs)(
    'get it, and the policy is what it was, whenever the second is asked for: %s, %s',
    async (one, two) => {
      for (const later of moments(5_500, 500)) {
        const { app, vmId } = await open()
        await ask(app, vmId, one)
        await app.clock.advance(later)
        await ask(app, vmId, two)
        await allEnded(app)
        expect([later, truth(app, vmId)]).toEqual([
          later,
          { policy: 'Production', taken: [taken(one), taken(two)] },
        ])
      }
    },
    patience,
  )

  it.each(pairs)(
    'leave the policy as it was when the app is gone at any moment: %s, %s',
    async (one, two) => {
      for (const gone of moments(10_000, 500)) {
        const { app, vmId } = await open()
        await ask(app, vmId, one)
        await ask(app, vmId, two)
        await app.clock.advance(gone)
        const next = await app.restart()
        await allEnded(next)
        const { policy, taken: found } = truth(next, vmId)
        expect([gone, policy]).toEqual([gone, 'Production'])
        expect([taken(one), taken(two)].slice(0, found.length)).toEqual(found)
      }
    },
    patience,
  )
})

describe('Two apps at a time that each choose a kind for one checkpoint of the same machine', () => {
  // One reads the machine, and what it sends on that arrives half a second later.
  it.each([
    ['quick', 'quick'],
    ['quick', 'slow'],
    ['slow', 'quick'],
    ['slow', 'slow'],
  ] as const)(
    'leave the policy as it was, or say what it was: %s, %s',
    async (one, two) => {
      for (const later of moments(8_000, 400)) {
        const { app, vmId } = await open(one)
        const other = await another(app, two)
        await ask(app, vmId, 'Standard')
        await app.clock.advance(later)
        await ask(other, vmId, 'ProductionOnly')
        const ended = [...(await allEnded(app)), ...(await allEnded(other))]
        const { policy } = truth(app, vmId)
        const isSaid = ended.some(({ remark }) => remark?.includes(wasProduction) === true)
        expect([later, policy === 'Production' || isSaid]).toEqual([later, true])
      }
    },
    patience,
  )

  it('refuses the one that has read what the other put back before it could be changed', async () => {
    const { app, vmId } = await open()
    const other = await another(app, 'slow')
    await ask(app, vmId, 'Standard')
    await app.clock.advance(4_200)
    await ask(other, vmId, 'ProductionOnly')
    const [refused] = await allEnded(other)
    expect(refused?.error?.message).toBe(
      'The kind of the checkpoint could not be chosen, so none was taken. The virtual machine was changed meanwhile. Look at its checkpoints and decide again.',
    )
    expect(truth(app, vmId)).toEqual({ policy: 'Production', taken: [taken('Standard')] })
  })

  it('leave the policy to the next start, which finds what it was at first, where both are gone', async () => {
    const { app, vmId } = await open()
    const other = await another(app)
    await ask(app, vmId, 'Standard')
    await app.clock.advance(1_000)
    await app.vanish()
    await app.clock.advance(10_000)
    await ask(other, vmId, 'ProductionOnly')
    await app.clock.advance(1_000)
    expect(truth(other, vmId).policy).toBe('ProductionOnly')
    const next = await other.restart()
    await allEnded(next)
    expect(truth(next, vmId)).toEqual({
      policy: 'Production',
      taken: [taken('Standard'), taken('ProductionOnly')],
    })
  })
})

const wasProduction = 'was set to production checkpoints before this checkpoint'

type Pace = 'quick' | 'slow'

async function open(pace: Pace = 'quick'): Promise<{ readonly app: AppOnLab; readonly vmId: VmId }> {
  const opened: { app?: AppOnLab } = {}
  const app = await openAppOnLab(
    {},
    paced(pace, () => opened.app!.clock),
  )
  opened.app = app
  onTestFinished(app.close)
  return { app, vmId: app.lab.spare('running')[0]! }
}

async function another(app: AppOnLab, pace: Pace = 'quick'): Promise<AppOnLab> {
  const other = await app.beside(paced(pace, () => app.clock))
  onTestFinished(other.close)
  return other
}

/** A machine is known half a second after it was looked at, where the way to the host is slow. */
function paced(pace: Pace, clock: () => ManualClock): (host: HyperVHost) => HyperVHost {
  if (pace === 'quick') return (host) => host
  return (host) => ({
    ...host,
    readVm: async (vmId) => {
      const vm = await host.readVm(vmId)
      await new Promise<void>((resolve) => clock().after(500, resolve))
      return vm
    },
  })
}

async function ask({ clock, dispatch }: AppOnLab, vmId: VmId, type: Kind): Promise<void> {
  const name = CheckpointName.parse(type)
  const reply = await clock.settle(dispatch('checkpoint.create', { vmId, name, type }))
  if (!reply.ok) throw new Error(reply.error.message)
}

async function allEnded(app: AppOnLab): Promise<readonly Operation[]> {
  for (;;) {
    const operations = await app.call('operation.list', {})
    if (operations.every(({ endedAt }) => endedAt !== null)) return operations
    await app.clock.advance(250)
  }
}

function taken(type: Kind): string {
  return `${type} ${type === 'Standard' ? 'with memory' : 'without'}`
}

function truth(
  { simulation }: AppOnLab,
  vmId: VmId,
): { readonly policy: string; readonly taken: readonly string[] } {
  const { checkpointType, checkpoints } = simulation.vm(vmId)!
  return {
    policy: checkpointType,
    taken: checkpoints.map(({ name, isSaved }) => `${name} ${isSaved ? 'with memory' : 'without'}`),
  }
}
