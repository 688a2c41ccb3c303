import { describe, expect, it, onTestFinished } from 'vitest'
import { CheckpointName } from '#contract/inputs'
import type { Operation, VmId } from '#contract/model'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'

const [first, second] = ['First', 'Second'].map((name) => CheckpointName.parse(name))

describe('A machine that is busy', () => {
  it('with what was asked for before lets the next wait for its turn', async () => {
    const { app, vmId } = await open()
    const running = await app.call('checkpoint.create', { vmId, name: first })
    const waiting = await app.call('checkpoint.create', { vmId, name: second })
    expect([running.state, waiting.state]).toEqual(['running', 'queued'])
    await app.clock.advance(60_000)
    expect(await ends(app)).toEqual(['done', 'done'])
    expect(names(app, vmId)).toEqual(['First', 'Second'])
  })

  it('with what somebody else asked Hyper-V for refuses the next, and says when to try again', async () => {
    const { app, vmId } = await open()
    const elsewhere = app.simulation.createCheckpoint(vmId, 'From elsewhere')
    const operation = await app.finish('checkpoint.create', { vmId, name: second })
    await app.clock.settle(elsewhere)
    expect([operation.state, operation.error?.code, operation.error?.message]).toEqual([
      'failed',
      'busy',
      'Something else is using the virtual machine or its files. Try again when that has ended.',
    ])
    expect(names(app, vmId)).toEqual(['From elsewhere'])
  })
})

async function open(): Promise<{ app: AppOnLab; vmId: VmId }> {
  const app = await openAppOnLab()
  onTestFinished(app.close)
  return { app, vmId: app.lab.spare('off')[0]! }
}

async function ends(app: AppOnLab): Promise<readonly Operation['state'][]> {
  return (await app.call('operation.list', {})).map(({ state }) => state)
}

function names(app: AppOnLab, vmId: VmId): readonly string[] {
  return app.simulation.vm(vmId)!.checkpoints.map(({ name }) => name)
}
