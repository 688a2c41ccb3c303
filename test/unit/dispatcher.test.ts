import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CheckpointId, Operation, Vm, VmId } from '#contract/model'
import { type AppOnLab, openAppOnLab } from '../support/app-on-lab.ts'
import { withSeen } from '../support/with-seen.ts'

let app: AppOnLab

beforeEach(async () => {
  app = await openAppOnLab({ pace: 1 })
})

afterEach(() => app.close())

describe('bad input gets a sentence with its code, and changes nothing', () => {
  const nobody = '99999999-9999-4999-8999-999999999999'

  it.each<[string, string, (app: AppOnLab) => unknown, string]>([
    ['an operation nobody knows', 'checkpoint.burn', () => ({}), 'unknown-operation'],
    ['a name of an object', '__proto__', () => ({}), 'unknown-operation'],
    ['no input at all', 'checkpoint.create', () => null, 'invalid-input'],
    ['an Id that is no GUID', 'checkpoint.create', () => ({ vmId: 'DC01' }), 'invalid-input'],
    [
      'a field too many',
      'checkpoint.create',
      ({ lab }) => ({ vmId: lab.role.domainController, force: true }),
      'invalid-input',
    ],
    ['an unknown machine', 'checkpoint.create', () => ({ vmId: nobody }), 'vm-not-found'],
    [
      'an unknown checkpoint',
      'checkpoint.apply',
      (a) => withSeen(a.call, 'checkpoint.apply', { ...testerOf(a, nobody), keepCurrent: true }),
      'checkpoint-not-found',
    ],
    [
      'a checkpoint of another machine',
      'checkpoint.delete',
      (a) =>
        withSeen(a.call, 'checkpoint.delete', {
          ...testerOf(a),
          vmId: a.lab.role.domainController,
        }),
      'checkpoint-not-found',
    ],
    [
      'an empty name',
      'checkpoint.create',
      ({ lab }) => ({ vmId: lab.role.tester, name: '' }),
      'invalid-name',
    ],
    [
      'a blank name',
      'checkpoint.create',
      ({ lab }) => ({ vmId: lab.role.tester, name: ' \u3000' }),
      'invalid-name',
    ],
    [
      'a name of 101',
      'checkpoint.rename',
      (a) => ({ vmId: a.lab.role.tester, checkpointId: firstOf(a, 'tester'), name: 'x'.repeat(101) }),
      'invalid-name',
    ],
    [
      'a name with a line break',
      'checkpoint.create',
      ({ lab }) => ({ vmId: lab.role.tester, name: 'a\nInvoke-Verb' }),
      'invalid-name',
    ],
    [
      'a name with NUL',
      'checkpoint.create',
      ({ lab }) => ({ vmId: lab.role.tester, name: 'a\u0000' }),
      'invalid-name',
    ],
    [
      'a name with half a character',
      'checkpoint.create',
      ({ lab }) => ({ vmId: lab.role.tester, name: '\ud800' }),
      'invalid-name',
    ],
    [
      'a name that reverses',
      'checkpoint.create',
      ({ lab }) => ({ vmId: lab.role.tester, name: 'a\u202eb' }),
      'invalid-name',
    ],
    ['a relative folder', 'checkpoint.export', (a) => exportTo(a, 'Exports'), 'invalid-folder'],
    ['a reserved folder', 'checkpoint.export', (a) => exportTo(a, 'D:\\con'), 'invalid-folder'],
    ['a folder that is not there', 'checkpoint.export', (a) => exportTo(a, 'D:\\Nowhere'), 'folder-missing'],
    [
      'a folder that nothing can be written to',
      'checkpoint.export',
      (a) => exportTo(a, 'C:\\'),
      'folder-not-writable',
    ],
    [
      'checkpoints turned off',
      'checkpoint.create',
      ({ lab }) => ({ vmId: lab.role.disabled }),
      'checkpoints-disabled',
    ],
    ['the fifty-first', 'checkpoint.create', ({ lab }) => ({ vmId: lab.role.atLimit }), 'limit-reached'],
    ['a replica', 'checkpoint.create', ({ lab }) => ({ vmId: lab.role.replica }), 'not-allowed'],
    ['a state that forbids it', 'vm.pause', ({ lab }) => ({ vmId: lab.role.buildAgent }), 'wrong-state'],
    [
      'a location while there are checkpoints',
      'vm.changeCheckpointPolicy',
      ({ lab }) => ({ vmId: lab.role.tester, changes: { location: 'D:\\Exports' } }),
      'wrong-state',
    ],
    [
      'a parent of Now that is none',
      'vm.revert',
      (a) => withSeen(a.call, 'vm.revert', { ...testerOf(a), keepCurrent: false }),
      'changed-meanwhile',
    ],
  ])('%s', async (_what, name, input, code) => {
    const before = stateOf(app)
    const reply = await app.clock.settle(app.dispatch(name, await input(app)))
    expect(reply).toEqual({
      ok: false,
      error: expect.objectContaining({
        code,
        message: expect.stringMatching(/^[A-Z“].+\.$/s) as string,
      }) as unknown,
    })
    expect(stateOf(app)).toEqual(before)
    expect(await app.call('operation.list', {})).toEqual([])
    const good = await app.finish('checkpoint.create', { vmId: app.lab.spare('off')[0] })
    expect(good.state).toBe('done')
  })
})

it('takes the same wish twice at once as one', async () => {
  const vmId = app.lab.spare('running')[0]!
  const replies = await app.clock.settle(
    Promise.all([1, 2].map(() => app.dispatch('checkpoint.create', { vmId }))),
  )
  const ids = new Set(replies.map((reply) => (reply.ok ? (reply.value as Operation).id : null)))
  await app.clock.advance(60_000)
  expect([ids.size, (await app.vm(vmId)).checkpoints.length]).toEqual([1, 1])
})

it('keeps the current state first, and goes no further where that fails', async () => {
  const vmId = app.lab.spare('off')[0]!
  const first = await app.finish('checkpoint.create', { vmId, name: 'First' })
  const kept = await app.finish('checkpoint.apply', await applying(app, vmId, first))
  const vm = await app.vm(vmId)
  expect([kept.state, vm.parentCheckpointId, vm.checkpoints.map(({ parentId }) => parentId)]).toEqual([
    'done',
    first.checkpointId,
    [null, first.checkpointId],
  ])
})

it('goes no further where keeping the current state fails in the host', async () => {
  const failing = await openAppOnLab({}, (host) => ({
    ...host,
    createCheckpoint: async (request, onProgress) => {
      if (request.name !== 'First') throw new Error('the disk is full')
      return host.createCheckpoint(request, onProgress)
    },
    applyCheckpoint: () => {
      throw new Error('must not be reached')
    },
  }))
  const vmId = failing.lab.spare('off')[0]!
  const first = await failing.finish('checkpoint.create', { vmId, name: 'First' })
  const apply = await failing.finish('checkpoint.apply', await applying(failing, vmId, first))
  expect([apply.state, apply.error?.message]).toEqual([
    'failed',
    expect.stringMatching(/^The current state could not be kept, so nothing else was done\./),
  ])
  await failing.close()
})

it('follows a delete until its disks are merged', async () => {
  const vmId = app.lab.spare('running')[0]!
  const first = await app.finish('checkpoint.create', { vmId })
  app.events.length = 0
  const ref = { vmId, checkpointId: first.checkpointId! }
  await app.finish('checkpoint.delete', await withSeen(app.call, 'checkpoint.delete', ref))
  const steps = app.events.flatMap((event) =>
    event.name === 'operation.changed' ? [event.payload.state] : [],
  )
  expect([...new Set(steps)]).toEqual(['queued', 'running', 'merging', 'done'])
})

it('publishes what another tool changed, whole, and only that', async () => {
  const vmId = app.lab.spare('running')[0]!
  app.events.length = 0
  await app.clock.settle(app.simulation.createCheckpoint(vmId, 'From elsewhere'))
  await app.clock.advance(1_000)
  const changed = app.events.flatMap((event) => (event.name === 'vm.changed' ? [event.payload] : []))
  expect(new Set(changed.map(({ id }) => id))).toEqual(new Set([vmId]))
  expect(changed.at(-1)?.checkpoints.map(({ name }) => name)).toEqual(['From elsewhere'])
})

function stateOf({ simulation }: AppOnLab): unknown {
  return simulation
    .vms()
    .map(({ id, name, state, checkpoints, parentCheckpointId, snapshotFileLocation }) => ({
      id,
      name,
      state,
      parentCheckpointId,
      snapshotFileLocation,
      checkpoints,
    }))
}

function testerOf(app: AppOnLab, checkpointId = firstOf(app, 'tester')): Ref {
  return { vmId: app.lab.role.tester, checkpointId: checkpointId as CheckpointId }
}

function applying(app: AppOnLab, vmId: VmId, { checkpointId }: Operation): Promise<object> {
  return withSeen(app.call, 'checkpoint.apply', { vmId, checkpointId: checkpointId!, keepCurrent: true })
}

interface Ref {
  readonly vmId: VmId
  readonly checkpointId: CheckpointId
}

function firstOf({ lab }: AppOnLab, role: 'tester'): string | undefined {
  const vmId: VmId = lab.role[role]
  return lab.vms.find((vm) => vm.id === vmId)?.checkpoints.find(({ parentId }) => parentId === null)?.id
}

function exportTo(
  app: AppOnLab,
  folder: string,
): { vmId: Vm['id']; checkpointId: string | undefined; folder: string } {
  return { vmId: app.lab.role.tester, checkpointId: firstOf(app, 'tester'), folder }
}
