import { describe, expect, it, onTestFinished } from 'vitest'
import { AppError } from '#contract/errors'
import { CheckpointName } from '#contract/inputs'
import type { CheckpointType, Operation, VmId } from '#contract/model'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'
import { type Loss, createLossyHost } from '../support/lossy-host.ts'

const name = CheckpointName.parse('Before the patch')

/** The first three times that something is sent: the policy, the checkpoint, the policy again. */
const sends = ['the kind', 'the checkpoint', 'the putting back'] as const
type Send = (typeof sends)[number]

describe('A kind for one checkpoint', () => {
  it('is what it gets, and the policy is what it was', async () => {
    const { app, vmId, asked } = await open()
    const operation = await app.finish('checkpoint.create', { vmId, name, type: 'Standard' })
    expect([operation.state, operation.remark, asked]).toEqual([
      'done',
      null,
      ['Standard', 'createCheckpoint', 'Production'],
    ])
    expect(await truth(app, vmId)).toEqual({ policy: 'Production', taken: ['Before the patch with memory'] })
  })

  it('that is the policy changes nothing', async () => {
    const { app, vmId, asked } = await open()
    await app.finish('checkpoint.create', { vmId, name, type: 'Production' })
    expect(asked).toEqual(['createCheckpoint'])
  })

  it('that is not possible is refused before anything is sent', async () => {
    const { app, asked } = await open()
    const vmId = app.lab.spare('withoutBackupService')[0]!
    const operation = await app.finish('checkpoint.create', { vmId, name, type: 'ProductionOnly' })
    expect([operation.error?.code, asked]).toEqual(['wrong-state', []])
  })

  it('that can’t be chosen leaves no checkpoint behind, and says so', async () => {
    const { app, vmId } = await open((host) => ({ ...host, changeCheckpointPolicy: refuse }))
    const operation = await app.finish('checkpoint.create', { vmId, name, type: 'Standard' })
    expect(operation.error?.message).toBe(
      'The kind of the checkpoint could not be chosen, so none was taken. Hyper-V said no.',
    )
    expect(await truth(app, vmId)).toEqual({ policy: 'Production', taken: [] })
  })

  it('is put back where the checkpoint fails', async () => {
    const { app, vmId } = await open((host) => ({ ...host, createCheckpoint: refuse }))
    const operation = await app.finish('checkpoint.create', { vmId, name, type: 'Standard' })
    expect(operation.error?.message).toBe('Hyper-V said no. No checkpoint was taken.')
    expect(await truth(app, vmId)).toEqual({ policy: 'Production', taken: [] })
  })

  it('is left alone where somebody has changed it meanwhile', async () => {
    const { app, vmId } = await open((host) => ({
      ...host,
      createCheckpoint: async (...request) => {
        const created = await host.createCheckpoint(...request)
        await host.changeCheckpointPolicy(vmId, { type: 'ProductionOnly' })
        return created
      },
    }))
    const operation = await app.finish('checkpoint.create', { vmId, name, type: 'Standard' })
    expect([operation.state, operation.remark, (await app.vm(vmId)).policy.type]).toEqual([
      'done',
      'Something else has set Spare running 1 to production checkpoints only meanwhile, so that was left as it is. It was set to production checkpoints before this checkpoint.',
      'ProductionOnly',
    ])
  })

  it.each([true, false])('that can’t be put back is told, whether the checkpoint came: %s', async (comes) => {
    const { app, vmId } = await open((host) => ({
      ...host,
      createCheckpoint: comes ? host.createCheckpoint : refuse,
      changeCheckpointPolicy: (id, changes, expected) =>
        changes.type === 'Standard' ? host.changeCheckpointPolicy(id, changes, expected) : refuse(),
    }))
    const operation = await app.finish('checkpoint.create', { vmId, name, type: 'Standard' })
    expect(comes ? operation.remark : operation.error?.message).toBe(
      `${comes ? '' : 'Hyper-V said no. No checkpoint was taken. '}Spare running 1 is still set to standard checkpoints and was set to production checkpoints before: that could not be put back. Change it in its Settings, under Checkpoints.`,
    )
  })

  it('is told of a machine that can’t be read any more', async () => {
    let isBroken = false
    const { app, vmId } = await open((host) => ({
      ...host,
      createCheckpoint: async (...request) => {
        const created = await host.createCheckpoint(...request)
        isBroken = true
        return created
      },
      readVm: (id) => (isBroken ? refuse() : host.readVm(id)),
    }))
    const operation = await app.finish('checkpoint.create', { vmId, name, type: 'Standard' })
    expect([operation.state, operation.remark]).toEqual([
      'done',
      expect.stringContaining('that could not be put back'),
    ])
  })

  it('is nobody’s any more where the machine is gone', async () => {
    const { app, vmId } = await open((host) => {
      let isGone = false
      return {
        ...host,
        createCheckpoint: () => {
          isGone = true
          return refuse()
        },
        readVm: (id) => (isGone ? Promise.resolve(null) : host.readVm(id)),
      }
    })
    const operation = await app.finish('checkpoint.create', { vmId, name, type: 'Standard' })
    expect(operation.error?.message).toBe(
      'Hyper-V said no. Whether a checkpoint was taken could not be looked at.',
    )
  })

  it('is put back as soon as a host that was lost is there again', async () => {
    let isLost = false
    const { app, vmId } = await open((host) => ({
      ...host,
      createCheckpoint: async (...request) => {
        const created = await host.createCheckpoint(...request)
        isLost = true
        app.clock.after(120_000, () => {
          isLost = false
        })
        return created
      },
      readVm: (id) => (isLost ? lost() : host.readVm(id)),
      changeCheckpointPolicy: (...change) => (isLost ? lost() : host.changeCheckpointPolicy(...change)),
    }))
    const operation = await app.finish('checkpoint.create', { vmId, name, type: 'Standard' })
    expect([operation.state, operation.remark]).toEqual(['done', null])
    expect(await truth(app, vmId)).toEqual({ policy: 'Production', taken: ['Before the patch with memory'] })
  })

  const losses = sends.flatMap((send) =>
    (['before', 'during', 'after'] as const).map((loss) => [send, loss] as const),
  )
  it.each(losses)('is put back where the answer to %s is lost %s it', async (send, loss) => {
    const { app, vmId } = await open(losing(send, loss))
    const operation = await app.finish('checkpoint.create', { vmId, name, type: 'Standard' })
    const isTaken = !(loss === 'before' && send !== 'the putting back')
    expect([operation.state, await truth(app, vmId)]).toEqual([
      isTaken ? 'done' : 'failed',
      { policy: 'Production', taken: isTaken ? ['Before the patch with memory'] : [] },
    ])
  })
})

describe('A start after the app was gone while a kind was chosen for one checkpoint', () => {
  const silences = sends.flatMap((send) =>
    (['silence-before', 'silence-after'] as const).map((loss) => [send, loss] as const),
  )
  it.each(silences)('puts the policy back: gone at %s, in %s', async (send, loss) => {
    const { app, vmId } = await open(losing(send, loss))
    const operation = await ask(app, vmId)
    await app.clock.advance(30_000)
    expect((await truthAfterRestart(app, vmId, operation)).policy).toBe('Production')
  })

  // The kind is chosen after 0.3 seconds, the checkpoint is there after 4.3 and the policy is put back after 4.6.
  const moments = Array.from({ length: 21 }, (_, index) => index * 250)
  it.each(moments)('puts the policy back: gone after %i milliseconds', async (milliseconds) => {
    const { app, vmId } = await open()
    const operation = await ask(app, vmId)
    await app.clock.advance(milliseconds)
    const { policy, taken, end, records } = await truthAfterRestart(app, vmId, operation)
    expect(policy).toBe('Production')
    // Gone while the kind was on its way, or with the policy put back and that not written down yet.
    expect([taken.length === 1 ? 'done' : 'failed', taken.length]).toEqual([end, records])
  })

  it.each([
    [100, ['Standard']],
    [1_000, ['Standard', 'createCheckpoint']],
  ])('hears nothing more from the one that went after %i milliseconds', async (milliseconds, sent) => {
    const { app, vmId, asked } = await open()
    const operation = await ask(app, vmId)
    await app.clock.advance(milliseconds)
    await truthAfterRestart(app, vmId, operation)
    await app.clock.advance(30_000)
    expect(asked).toEqual(sent)
  })

  it('leaves the policy alone where nothing was sent', async () => {
    const { app, vmId, asked } = await open((host) => ({
      ...host,
      readReadiness: () => new Promise(() => undefined),
    }))
    const operation = await ask(app, vmId)
    expect([await truthAfterRestart(app, vmId, operation), asked]).toEqual([
      { policy: 'Production', taken: [], end: 'failed', records: 0 },
      [],
    ])
  })
})

type Wrap = (host: HyperVHost) => HyperVHost

/** A running machine with the policy Production, and what is sent to it: a policy by its kind. */
async function open(wrap: Wrap = (host) => host) {
  const asked: string[] = []
  const app = await openAppOnLab({}, (host) => {
    const wrapped = wrap(host)
    return {
      ...wrapped,
      createCheckpoint: (...request) => {
        asked.push('createCheckpoint')
        return wrapped.createCheckpoint(...request)
      },
      changeCheckpointPolicy: (vmId, changes, expected) => {
        asked.push(String(changes.type))
        return wrapped.changeCheckpointPolicy(vmId, changes, expected)
      },
    }
  })
  onTestFinished(app.close)
  return { app, vmId: app.lab.spare('running')[0]!, asked }
}

function losing(send: Send, loss: Loss): Wrap {
  const lossy = createLossyHost()
  return (host) => {
    const wrapped = lossy.wrap(host)
    return {
      ...wrapped,
      createCheckpoint: (...request) => {
        lossy.lose(send === 'the checkpoint' ? loss : null)
        return wrapped.createCheckpoint(...request)
      },
      changeCheckpointPolicy: (vmId, changes, expected) => {
        const isFirst = changes.type === 'Standard'
        const isMeant = isFirst ? send === 'the kind' : send === 'the putting back'
        lossy.lose(isMeant ? loss : null)
        const answer = wrapped.changeCheckpointPolicy(vmId, changes, expected)
        // What is read back and still not as it should be is asked for once more, and that arrives.
        if (!isFirst && isMeant && loss === 'before') send = 'the checkpoint'
        return answer
      },
    }
  }
}

function refuse(): Promise<never> {
  return Promise.reject(new AppError('operation-failed', 'Hyper-V said no.'))
}

function lost(): Promise<never> {
  return Promise.reject(new AppError('host-lost', 'PowerShell stopped.'))
}

interface Truth {
  readonly policy: CheckpointType
  readonly taken: readonly string[]
}

async function truth(app: AppOnLab, vmId: VmId): Promise<Truth> {
  const { policy, checkpoints } = await app.vm(vmId)
  const taken = checkpoints.map((each) => `${each.name} ${each.isSaved === true ? 'with memory' : 'without'}`)
  return { policy: policy.type, taken }
}

async function ask(app: AppOnLab, vmId: VmId): Promise<Operation> {
  const reply = await app.clock.settle(app.dispatch('checkpoint.create', { vmId, name, type: 'Standard' }))
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value as Operation
}

async function truthAfterRestart(
  app: AppOnLab,
  vmId: VmId,
  { id }: Operation,
): Promise<Truth & { readonly end: Operation['state']; readonly records: number }> {
  const next = await app.restart()
  for (;;) {
    const operation = (await next.call('operation.list', {})).find((each) => each.id === id)
    // One that had ended before is not listed again.
    const end = operation === undefined ? 'done' : operation.endedAt === null ? null : operation.state
    if (end !== null) {
      const { length: records } = await next.call('record.list', {})
      return { ...(await truth(next, vmId)), end, records }
    }
    await next.clock.advance(250)
  }
}
