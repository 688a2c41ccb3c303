import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { AppError } from '#contract/errors'
import type { Operation, VmId } from '#contract/model'
import { type Faults, createFaults } from '../../electron/hyperv/simulated/faults.ts'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'

let app: AppOnLab
let vmId: VmId
let faults: Faults

beforeEach(async () => {
  faults = createFaults()
  app = await openAppOnLab({ faults })
  onTestFinished(app.close)
  vmId = app.lab.spare('off')[0]!
})

describe('Cancelling', () => {
  it('ends an export as cancelled, and nothing of it is left', async () => {
    const operation = await startExport()
    const { activity } = await lookAgain()
    expect(activity?.job?.isCancellable).toBe(true)
    expect(await app.call('vm.cancelActivity', { vmId, jobId: activity!.job!.id })).toEqual({})
    await app.clock.advance(1_000)
    expect(await now(operation)).toMatchObject({ state: 'failed', error: { code: 'cancelled' } })
    expect((await lookAgain()).activity).toBeNull()
    expect(app.simulation.jobs().find(({ type }) => type === 62)?.state).toBe('Terminated')
    expect(app.simulation.folder('D:\\Exports\\Spare off 1')).toBeUndefined()
  })

  it('is called so though the answer to it got lost', async () => {
    app = await openAppOnLab({}, (host) => ({
      ...host,
      cancelJob: async (...job) => {
        await host.cancelJob(...job)
        throw new AppError('outcome-unknown', 'PowerShell stopped before it said how this ended.')
      },
    }))
    onTestFinished(app.close)
    const operation = await startExport()
    const { activity } = await lookAgain()
    await app.clock.settle(app.dispatch('vm.cancelActivity', { vmId, jobId: activity!.job!.id }))
    await app.clock.advance(1_000)
    expect((await now(operation)).error?.code).toBe('cancelled')
  })

  it('ends as cancelled what an earlier start began', async () => {
    const operation = await startExport()
    app = await app.restart()
    const { activity } = await lookAgain()
    await app.call('vm.cancelActivity', { vmId, jobId: activity!.job!.id })
    await app.clock.advance(5_000)
    expect(await now(operation)).toMatchObject({
      state: 'failed',
      isRecovered: true,
      error: { code: 'cancelled' },
    })
  })

  it('leaves the machine free for the next one', async () => {
    await startExport()
    const { activity } = await lookAgain()
    await app.call('vm.cancelActivity', { vmId, jobId: activity!.job!.id })
    expect((await app.finish('checkpoint.create', { vmId })).state).toBe('done')
  })

  it('is refused for what Hyper-V does not let be cancelled', async () => {
    await app.clock.settle(app.dispatch('checkpoint.create', { vmId }))
    const { activity } = await lookAgain()
    const reply = await app.dispatch('vm.cancelActivity', { vmId, jobId: activity!.job!.id })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  })

  it('is refused for what has ended meanwhile', async () => {
    const operation = await startExport()
    const { activity } = await lookAgain()
    await app.clock.advance(60_000)
    expect((await now(operation)).state).toBe('done')
    const reply = await app.dispatch('vm.cancelActivity', { vmId, jobId: activity!.job!.id })
    expect(reply).toMatchObject({ ok: false, error: { code: 'wrong-state' } })
  })

  it('does not call the next failure of that machine cancelled', async () => {
    await startExport()
    const { activity } = await lookAgain()
    await app.call('vm.cancelActivity', { vmId, jobId: activity!.job!.id })
    await app.clock.advance(1_000)
    faults.plan({
      verb: 'create',
      errorId: 'OperationFailed',
      category: 'NotSpecified',
      message: '',
      times: 1,
    })
    const next = await app.finish('checkpoint.create', { vmId })
    expect([next.state, next.error?.code]).toEqual(['failed', 'operation-failed'])
  })
})

async function startExport(): Promise<Operation> {
  const { checkpointId } = await app.finish('checkpoint.create', { vmId })
  const reply = await app.clock.settle(
    app.dispatch('checkpoint.export', { vmId, checkpointId, folder: 'D:\\Exports' }),
  )
  if (!reply.ok) throw new Error(reply.error.message)
  await app.clock.advance(2_000)
  return reply.value as Operation
}

async function lookAgain(): ReturnType<AppOnLab['vm']> {
  await app.call('host.refresh', {})
  return app.vm(vmId)
}

async function now({ id }: Operation): Promise<Operation> {
  return (await app.call('operation.list', {})).find((each) => each.id === id)!
}
