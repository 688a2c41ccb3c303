import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { VmId } from '#contract/model'
import { openStandInHost, type StandInHost, type StandInOptions } from '../stand-in/open-stand-in-host.ts'
import { canConstrain, constrained } from '../support/constrained-pwsh.ts'
import { findPwsh } from '../support/find-pwsh.ts'

const powershell = findPwsh()
const reason =
  powershell === null ? ' (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)' : ''

describe.skipIf(powershell === null)(`Watching Hyper-V${reason}`, () => {
  it.each<[string, (host: StandInHost, vmId: VmId) => Promise<unknown>]>([
    ['starts', ({ simulation }, vmId) => simulation.changePower(vmId, 'start')],
    ['takes a checkpoint of', ({ simulation }, vmId) => simulation.createCheckpoint(vmId, 'By another tool')],
    ['changes the notes of', ({ simulation }, vmId) => simulation.changeSettings(vmId, { notes: 'Seen' })],
  ])('tells within two seconds that another tool %s a machine', async (_what, change) => {
    const { opened, hints, isListening } = await watch()
    await isListening()
    const vmId = opened.lab.spare('off')[0]!
    hints.length = 0
    await change(opened, vmId)
    const changedAt = performance.now()
    // Where a job goes on as well, all is read, and this machine with it.
    await vi.waitUntil(() => hints.includes(vmId) || hints.includes(null), { timeout: 20_000, interval: 10 })
    expect(performance.now() - changedAt).toBeLessThan(2_000)
  })

  it('tells of all where one of Hyper-V’s jobs goes on, which does not say whose it is', async () => {
    const { opened, hints, isListening } = await watch()
    await isListening()
    hints.length = 0
    const vmId = opened.lab.spare('off')[0]!
    const checkpointId = await opened.simulation.createCheckpoint(vmId, 'To be exported')
    await opened.simulation.exportCheckpoint(vmId, checkpointId, 'D:\\Exports')
    await vi.waitUntil(() => hints.includes(null), { timeout: 20_000 })
  })

  it('tells nobody of figures that run', async () => {
    const { opened, hints, isListening } = await watch()
    await isListening()
    const [running] = opened.lab.spare('running')
    const [off] = opened.lab.spare('off')
    hints.length = 0
    opened.server.tellFigures(running!)
    await opened.simulation.changeSettings(off!, { notes: 'Told after it' })
    await vi.waitUntil(() => hints.includes(off!), { timeout: 20_000 })
    expect(hints).toEqual([off])
  })

  it('listens anew where the service was started again, which forgot it without a word, and has all read', async () => {
    const { opened, hints, isListening } = await watch()
    await isListening()
    hints.length = 0
    opened.server.restartService()
    await vi.waitUntil(() => hints.includes(null), { timeout: 20_000 })
    await isListening()
    const vmId = opened.lab.spare('off')[0]!
    await opened.simulation.changePower(vmId, 'start')
    await vi.waitUntil(() => hints.includes(vmId), { timeout: 20_000 })
  })

  it('has the list read every two seconds where Hyper-V refuses, and says why', async () => {
    const { opened, hints } = await watch({ environment: { SAVEPOINT_STAND_IN_CIM: 'invalid-namespace' } })
    await vi.waitUntil(() => hints.length >= 3, { timeout: 20_000 })
    expect(hints.every((hint) => hint === null)).toBe(true)
    expect(opened.host.condition?.().watching).toMatchObject({
      by: 'clock',
      reason: 'refused',
      detail: expect.stringContaining('Invalid namespace') as unknown,
    })
  })

  it.skipIf(!canConstrain)('works in Constrained Language Mode', async () => {
    const { opened, hints, isListening } = await watch(constrained)
    await isListening()
    const vmId = opened.lab.spare('off')[0]!
    await opened.simulation.changePower(vmId, 'start')
    await vi.waitUntil(() => hints.includes(vmId), { timeout: 20_000 })
  })
})

interface Watched {
  readonly opened: StandInHost
  readonly hints: (VmId | null)[]
  readonly isListening: () => Promise<unknown>
}

async function watch(options: Partial<StandInOptions> = {}): Promise<Watched> {
  const opened = await openStandInHost({ powershell: powershell ?? '', ...options })
  onTestFinished(opened.close)
  await opened.host.connect()
  const hints: (VmId | null)[] = []
  onTestFinished(opened.host.watch((vmId) => hints.push(vmId)))
  const isListening = (): Promise<unknown> =>
    vi.waitUntil(() => opened.host.condition?.().watching.by === 'events', { timeout: 20_000 })
  return { opened, hints, isListening }
}
