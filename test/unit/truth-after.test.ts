import { describe, expect, it, onTestFinished } from 'vitest'
import { checkpointKind } from '#contract/checkpoint-kind'
import type { CheckpointRecord } from '#contract/checkpoint-record'
import { CheckpointName } from '#contract/inputs'
import type { CheckpointId, VmId } from '#contract/model'
import type { Input } from '#contract/operations'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'
import type { SpareKind } from '../support/host-lab.ts'
import { createLossyHost } from '../support/lossy-host.ts'
import { withSeen } from '../support/with-seen.ts'

describe('After a checkpoint was taken', () => {
  it.each<[SpareKind, string]>([
    ['running', 'production'],
    ['withoutBackupService', 'standard-fell-back'],
    ['standard', 'standard-with-memory'],
    ['off', 'offline'],
    ['saved', 'standard-fell-back'],
    ['paused', 'standard-with-memory'],
  ])('of a machine that is %s it is known to be %s', async (machine, kind) => {
    const { app, vmId } = await open(machine)
    await app.finish('checkpoint.create', { vmId })
    const [checkpoint] = (await app.vm(vmId)).checkpoints
    const [record] = await app.call('record.list', {})
    expect(checkpointKind(checkpoint!, record ?? null)).toBe(kind)
  })

  it('it is recorded who asked for what, why, and how the machine was', async () => {
    const { app, vmId } = await open('running')
    const setId = '77777777-7777-4777-8777-777777777777' as Input<'checkpoint.create'>['setId']
    const { checkpointId } = await app.finish('checkpoint.create', {
      vmId,
      type: 'ProductionOnly',
      reason: 'Before the patch',
      setId,
    })
    expect(await app.call('record.list', {})).toEqual([
      {
        checkpointId,
        vmId,
        takenAt: (await app.vm(vmId)).checkpoints[0]?.createdAt,
        asked: 'ProductionOnly',
        stateBefore: 'Running',
        backupService: 'ok',
        by: 'anna',
        reason: 'Before the patch',
        purpose: 'asked',
        setId,
        fallback: null,
      },
    ])
  })

  it('a fallback is told by the operation, by an event, and with the host’s last words until it is read', async () => {
    const { app, vmId } = await open('withoutBackupService')
    const { remark, checkpointId } = await app.finish('checkpoint.create', { vmId })
    expect(remark).toBe(
      'A production checkpoint was not possible because the guest’s backup service did not answer, so this is a standard one, with memory.',
    )
    expect(recordsTold(app)).toEqual(await app.call('record.list', {}))
    const fallback = recordsTold(app)[0]?.fallback
    expect([typeof fallback?.event, fallback?.isRead]).toEqual(['string', false])
    await app.call('record.markRead', { checkpointId: checkpointId! })
    const next = await app.restart()
    expect((await next.call('record.list', {}))[0]?.fallback?.isRead).toBe(true)
  })

  it('a fallback is none where standard was asked for, or the machine did not run', async () => {
    const { app, vmId } = await open('withoutBackupService')
    await app.finish('checkpoint.create', { vmId, type: 'Standard' })
    await app.finish('checkpoint.create', { vmId: app.lab.spare('saved')[0]! })
    expect((await app.call('record.list', {})).map(({ fallback }) => fallback)).toEqual([null, null])
  })

  it.each<Partial<HyperVHost>>([
    { readLastEvent: () => Promise.reject(new Error('The log is closed.')) },
    { readReadiness: () => Promise.reject(new Error('CIM is gone.')) },
    { readReadiness: () => new Promise(() => undefined) },
  ])('what could not be read costs the checkpoint nothing', async (broken) => {
    const { app, vmId } = await open('withoutBackupService', (host) => ({ ...host, ...broken }))
    expect((await app.finish('checkpoint.create', { vmId })).state).toBe('done')
    const [record] = await app.call('record.list', {})
    const isKnown = broken.readReadiness === undefined
    expect([record?.backupService, record?.fallback?.event === null]).toEqual(
      isKnown ? ['silent', true] : ['unknown', false],
    )
  })

  it('nothing is claimed of a machine that was in another state by then', async () => {
    const { app, vmId } = await open('running', (host) => ({
      ...host,
      createCheckpoint: async (...request) => {
        await host.changePower(vmId, 'turn-off')
        return host.createCheckpoint(...request)
      },
    }))
    await app.finish('checkpoint.create', { vmId })
    const [record] = await app.call('record.list', {})
    const [checkpoint] = (await app.vm(vmId)).checkpoints
    expect([record?.stateBefore, checkpointKind(checkpoint!, record ?? null)]).toEqual(['Other', 'disk-only'])
  })

  it('it is recorded where the answer got lost, too', async () => {
    const lossy = createLossyHost()
    const { app, vmId } = await open('running', lossy.wrap)
    lossy.lose('after')
    const { checkpointId } = await app.finish('checkpoint.create', { vmId })
    expect((await app.call('record.list', {})).map((record) => record.checkpointId)).toEqual([checkpointId])
  })

  it('it is recorded by the next start where the app was gone meanwhile', async () => {
    const lossy = createLossyHost()
    const { app, vmId } = await open('withoutBackupService', lossy.wrap)
    lossy.lose('silence-after')
    await app.clock.settle(app.dispatch('checkpoint.create', { vmId, reason: 'Why not' }))
    const next = await app.restart()
    await next.clock.advance(30_000)
    const [record] = await next.call('record.list', {})
    expect([record?.reason, record?.backupService, record?.fallback?.isRead]).toEqual([
      'Why not',
      'unknown',
      false,
    ])
  })

  it('what was recorded then is not written anew by a start that knows less', async () => {
    const { app, vmId } = await open('standard', (host) => ({
      ...host,
      changeCheckpointPolicy: (id, changes) =>
        changes.type === 'Standard' ? new Promise(() => undefined) : host.changeCheckpointPolicy(id, changes),
    }))
    await app.clock.settle(app.dispatch('checkpoint.create', { vmId, type: 'Production' }))
    await app.clock.advance(30_000)
    const next = await app.restart()
    await next.clock.advance(30_000)
    const [operation] = await next.call('operation.list', {})
    const [record] = await next.call('record.list', {})
    expect([operation?.state, record?.backupService]).toEqual(['done', 'ok'])
  })

  it('its record goes when it is deleted', async () => {
    const { app, vmId } = await open('off')
    const { checkpointId } = await app.finish('checkpoint.create', { vmId })
    await app.finish(
      'checkpoint.delete',
      await withSeen(app.call, 'checkpoint.delete', { vmId, checkpointId: checkpointId! }),
    )
    expect(await app.call('record.list', {})).toEqual([])
  })
})

describe('The state that is kept before going back', () => {
  it.each([
    ['checkpoint.apply', 'before-apply', 'Before applying “Clean install”'],
    ['vm.revert', 'before-revert', 'Before reverting to “Clean install”'],
  ] as const)('by %s is named so and recorded as %s', async (operation, purpose, kept) => {
    const { app, vmId } = await open('withoutBackupService')
    const checkpointId = await clean(app, vmId)
    await app.finish(
      operation,
      await withSeen(app.call, operation, { vmId, checkpointId, keepCurrent: true }),
    )
    const { checkpoints } = await app.vm(vmId)
    const keptId = checkpoints.find(({ name }) => name === kept)?.id
    const record = (await app.call('record.list', {})).find((each) => each.checkpointId === keptId)
    // Nobody asked for its kind, so there is nothing to be told about it.
    expect([record?.purpose, record?.fallback]).toEqual([purpose, null])
  })

  it('is known to the next start where the app was gone while it applied', async () => {
    const lossy = createLossyHost()
    const { app, vmId } = await open('off', lossy.wrap)
    const checkpointId = await clean(app, vmId)
    lossy.loseFrom('applyCheckpoint', 'silence-after')
    await app.clock.settle(app.dispatch('checkpoint.apply', await applying(app, vmId, checkpointId)))
    await app.clock.advance(30_000)
    const next = await app.restart()
    await next.clock.advance(30_000)
    const [operation] = await next.call('operation.list', {})
    const purposes = (await next.call('record.list', {})).map(({ purpose }) => purpose)
    expect([operation?.state, purposes]).toEqual(['done', ['asked', 'before-apply']])
  })

  it.each(['after', 'silence-after'] as const)(
    'is recorded though its answer got lost and nothing was applied: %s',
    async (loss) => {
      const lossy = createLossyHost()
      const { app, vmId } = await open('off', lossy.wrap)
      const checkpointId = await clean(app, vmId)
      lossy.loseFrom('createCheckpoint', loss)
      await app.clock.settle(app.dispatch('checkpoint.apply', await applying(app, vmId, checkpointId)))
      await app.clock.advance(30_000)
      const next = await app.restart()
      await next.clock.advance(30_000)
      const records = await next.call('record.list', {})
      expect([records.map(({ purpose }) => purpose), lossy.asked]).toEqual([
        ['asked', 'before-apply'],
        ['createCheckpoint', 'createCheckpoint'],
      ])
    },
  )

  it('is not sent for where it would be refused', async () => {
    const lossy = createLossyHost()
    const { app } = await open('off', lossy.wrap)
    const vmId = app.lab.spare('backupServiceOff')[0]!
    await app.finish('vm.turnOff', { vmId })
    const checkpointId = await clean(app, vmId)
    await app.finish('vm.start', { vmId })
    const sent = lossy.asked.length
    const operation = await app.finish('checkpoint.apply', await applying(app, vmId, checkpointId))
    expect([operation.error?.code, lossy.asked.length]).toEqual(['wrong-state', sent])
  })
})

async function open(machine: SpareKind, wrap?: (host: HyperVHost) => HyperVHost) {
  const app = await openAppOnLab({}, wrap)
  onTestFinished(app.close)
  return { app, vmId: app.lab.spare(machine)[0]! }
}

async function clean(app: AppOnLab, vmId: Input<'vm.start'>['vmId']) {
  const name = CheckpointName.parse('Clean install')
  const { checkpointId } = await app.finish('checkpoint.create', { vmId, name })
  return checkpointId!
}

function applying(app: AppOnLab, vmId: VmId, checkpointId: CheckpointId) {
  return withSeen(app.call, 'checkpoint.apply', { vmId, checkpointId, keepCurrent: true })
}

function recordsTold({ events }: AppOnLab): readonly CheckpointRecord[] {
  return events.flatMap((event) => (event.name === 'record.changed' ? [event.payload] : []))
}
