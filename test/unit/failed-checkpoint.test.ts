import { describe, expect, it, onTestFinished } from 'vitest'
import { AppError } from '#contract/errors'
import { CheckpointName } from '#contract/inputs'
import type { VmId } from '#contract/model'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { type Faults, createFaults } from '../../electron/hyperv/simulated/faults.ts'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'
import type { SpareKind } from '../support/host-lab.ts'

const name = CheckpointName.parse('Before the patch')
const refused = { errorId: 'OperationFailed', category: 'NotSpecified', times: 1 } as const
const diskFull = { ...refused, message: 'There is not enough space on the disk. (0x80070070)' }
const gigabyte = 1024 ** 3

describe('A checkpoint that fails', () => {
  it('where the volume is full says that none was taken, and how much is left', async () => {
    const { app, faults, vmId } = await open('running', { leaves: 2.4 })
    faults.plan({ verb: 'create', ...diskFull })
    const operation = await app.finish('checkpoint.create', { vmId, name })
    expect([operation.state, operation.error?.message, operation.error?.detail]).toEqual([
      'failed',
      'Hyper-V could not do this. No checkpoint was taken. D:\\ has 2.4 GB left, and a checkpoint with its memory takes 4.0 GB. Its disks grow there once it has a checkpoint, and a full volume stops it.',
      diskFull.message,
    ])
    expect(await names(app, vmId)).toEqual([])
  })

  it.each(['create-taken', 'set-name'] as const)(
    'after it was taken says that it is there: %s',
    async (verb) => {
      const { app, faults, vmId } = await open('running')
      faults.plan({ verb, ...diskFull })
      const operation = await app.finish('checkpoint.create', { vmId, name })
      const [taken] = await names(app, vmId)
      expect([operation.state, operation.error?.message]).toEqual([
        'failed',
        `Hyper-V could not do this. A checkpoint is there all the same: “${taken ?? ''}”. Look at it before you rely on it.`,
      ])
      expect(taken).toMatch(/^Spare running 1 - \(/)
    },
  )

  it('because the guest makes no production checkpoint says so, with the host’s own words', async () => {
    const { app, vmId } = await open('running', { wrap: stoppingGuest })
    const operation = await app.finish('checkpoint.create', { vmId, name, type: 'ProductionOnly' })
    expect([operation.state, operation.error?.message, operation.error?.detail]).toEqual([
      'failed',
      'Hyper-V could not do this. No checkpoint was taken. Spare running 1 is set to production checkpoints only, and its backup service does not answer. Turn the service on, or allow standard checkpoints in its Settings.',
      expect.stringContaining('Production checkpoints cannot be created'),
    ])
    expect([await names(app, vmId), await app.call('record.list', {})]).toEqual([[], []])
  })

  it('claims nothing where the machine can’t be read any more', async () => {
    let isBroken = false
    const { app, vmId } = await open('running', {
      wrap: (host) => ({
        ...host,
        readVm: (id) => (isBroken ? Promise.reject(new Error('CIM is gone.')) : host.readVm(id)),
        createCheckpoint: () => {
          isBroken = true
          return Promise.reject(new AppError('operation-failed', 'Hyper-V could not do this.'))
        },
      }),
    })
    const { error } = await app.finish('checkpoint.create', { vmId, name })
    expect(error?.message).toBe(
      'Hyper-V could not do this. Whether a checkpoint was taken could not be looked at.',
    )
  })
})

interface Circumstances {
  /** Gigabytes that are left on the volume. */
  readonly leaves?: number
  readonly wrap?: (host: HyperVHost, app: () => AppOnLab) => HyperVHost
}

async function open(
  machine: SpareKind,
  { leaves, wrap = (host) => host }: Circumstances = {},
): Promise<{ app: AppOnLab; faults: Faults; vmId: VmId }> {
  const faults = createFaults()
  const opened: { app?: AppOnLab } = {}
  const app = await openAppOnLab({ faults }, (host) => wrap(withRoom(host, leaves), () => opened.app!))
  opened.app = app
  onTestFinished(app.close)
  return { app, faults, vmId: app.lab.spare(machine)[0]! }
}

/** What the host says of its volumes, where the test wants little on them. */
function withRoom(host: HyperVHost, leaves: number | undefined): HyperVHost {
  if (leaves === undefined) return host
  return {
    ...host,
    readReadiness: async (vmId) => {
      const readiness = await host.readReadiness(vmId)
      return {
        ...readiness,
        volumes: readiness.volumes.map((volume) => ({ ...volume, free: leaves * gigabyte })),
      }
    },
  }
}

/** The guest answers until the moment at which it is asked to bring its data in order. */
function stoppingGuest(host: HyperVHost, app: () => AppOnLab): HyperVHost {
  return {
    ...host,
    createCheckpoint: (request, onProgress) => {
      app().simulation.setBackupService(request.vmId, { status: 'NoContact' })
      return host.createCheckpoint(request, onProgress)
    },
  }
}

async function names(app: AppOnLab, vmId: VmId): Promise<readonly string[]> {
  return (await app.vm(vmId)).checkpoints.map((each) => each.name)
}
