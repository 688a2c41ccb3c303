import { describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors'
import { Vm } from '#contract/model'
import { listPartOf, vmOfAnswer } from '../../electron/hyperv/powershell/list-of-reply.ts'
import { failureOfReply } from '../../electron/hyperv/powershell/replies.ts'

const vmId = '11111111-1111-4111-8111-111111111111'
const first = '22222222-2222-4222-8222-222222222222'
const second = '33333333-3333-4333-8333-333333333333'
const firstJob = '44444444-4444-4444-8444-444444444444'
const secondJob = '55555555-5555-4555-8555-555555555555'

const checkpoint = {
  id: first.toUpperCase(),
  name: 'Before',
  parentId: null,
  createdAt: '2026-11-20T10:00:00.1234567Z',
  type: 'Standard',
  automatic: false,
  state: 'Off',
  policy: 3,
  notes: '',
}
const vm = {
  id: vmId.toUpperCase(),
  name: 'DC01',
  state: 'Running',
  operationalStatus: [2],
  status: 'Normaler Betrieb',
  version: '10.0',
  generation: 2,
  createdAt: '2026-11-01T10:00:00.0000000Z',
  notes: '',
  checkpointType: 'Production',
  automatic: false,
  location: 'D:\\Checkpoints',
  configurationFolder: 'D:\\DC01',
  replication: 'None',
  parentId: first,
  jobs: [],
  checkpoints: [checkpoint],
}
const figures = [3, 4_294_967_296, 60_000]
const read = (changes: object): Vm => vmOfAnswer({ vm: { ...vm, ...changes }, figures })
const readCheckpoint = (changes: object): Vm['checkpoints'][number] =>
  read({ checkpoints: [{ ...checkpoint, ...changes }] }).checkpoints[0]!

describe('a virtual machine that PowerShell printed', () => {
  it('becomes one of the contract', () => {
    const expected: Vm = Vm.parse({
      id: vmId,
      name: 'DC01',
      state: 'Running',
      isCritical: false,
      activity: null,
      statusText: '',
      load: { cpuUsage: 3, memoryAssigned: 4_294_967_296, uptime: 60_000 },
      version: '10.0',
      generation: 2,
      createdAt: '2026-11-01T10:00:00.000Z',
      notes: '',
      policy: { type: 'Production', automatic: false, location: 'D:\\Checkpoints' },
      configurationFolder: 'D:\\DC01',
      replication: 'None',
      parentCheckpointId: first,
      checkpoints: [
        {
          id: first,
          vmId,
          name: 'Before',
          parentId: null,
          createdAt: '2026-11-20T10:00:00.123Z',
          category: 'user',
          isSaved: false,
          policyWhenTaken: 'Production',
          notes: '',
        },
      ],
    })
    expect(vmOfAnswer({ vm, figures })).toEqual(expected)
  })

  it.each([
    ['Running', 'Running', false],
    ['PausedCritical', 'Paused', true],
    ['FastSaved', 'Saved', false],
    ['FastSavingCritical', 'Saving', true],
    ['ForceShutdown', 'Stopping', false],
    ['ForceReboot', 'Reset', false],
    ['ComponentServicing', 'Other', false],
    ['Invented', 'Other', false],
  ])('in the state %s is %s, critical %s', (printed, state, isCritical) => {
    expect(read({ state: printed })).toMatchObject({ state, isCritical })
  })

  it.each([
    [[2], null],
    [[11], 'busy'],
    [[11, 32_768], 'creating-checkpoint'],
    [[11, 32_769], 'applying-checkpoint'],
    [[11, 23_769], 'applying-checkpoint'],
    [[11, 32_770], 'deleting-checkpoint'],
    [[2, 32_772], 'merging-disks'],
    [[11, 32_773], 'exporting'],
    [[2, 32_776], 'backing-up'],
    [[2, 32_795], null],
  ])('with the operational status %j is doing %s', (operationalStatus, kind) => {
    expect(read({ operationalStatus }).activity).toEqual(
      kind === null ? null : { kind, percent: null, job: null },
    )
  })

  it('is as far with it as its own job says', () => {
    const jobs = [
      { id: firstJob, type: 50, percent: 12, cancellable: false },
      { id: secondJob, type: 62, percent: 34, cancellable: true },
    ]
    expect(read({ operationalStatus: [11, 32_773], jobs }).activity).toEqual({
      kind: 'exporting',
      percent: 34,
      job: { id: secondJob, isCancellable: true },
    })
    expect(read({ operationalStatus: [11, 32_769], jobs }).activity?.percent).toBeNull()
  })

  it('shows a status only where there is something to say', () => {
    expect(read({ operationalStatus: [2, 32_795], status: 'Kritisch' }).statusText).toBe('Kritisch')
  })

  it('has no load while it is off', () => {
    expect(read({ state: 'Off' }).load).toEqual({ cpuUsage: null, memoryAssigned: null, uptime: null })
  })

  it('has its checkpoints oldest first, and no parent that is not there', () => {
    const newer = { ...checkpoint, id: second, createdAt: '2026-11-21T10:00:00Z', parentId: vmId }
    const { checkpoints, parentCheckpointId } = read({ checkpoints: [newer, checkpoint], parentId: vmId })
    expect([checkpoints.map((each) => each.id), checkpoints[1]!.parentId, parentCheckpointId]).toEqual([
      [first, second],
      null,
      null,
    ])
  })

  it('has two checkpoints of one moment in the same order, in whichever the host tells them', () => {
    const both = [{ ...checkpoint, id: second }, checkpoint]
    const orders = [both, both.toReversed()].map((checkpoints) =>
      read({ checkpoints }).checkpoints.map(({ id }) => id),
    )
    expect(orders).toEqual([
      [first, second],
      [first, second],
    ])
  })

  it.each([
    ['Standard', true, 'automatic'],
    ['Recovery', false, 'backup'],
    ['Planned', false, 'planned'],
    ['Missing', false, 'missing'],
    ['Replica', false, 'replica'],
    ['AppConsistentReplica', false, 'replica'],
    ['SyncedReplica', false, 'replica'],
    ['Invented', false, 'backup'],
  ])('has a checkpoint of the type %s, automatic %s, as %s', (type, automatic, category) => {
    expect(readCheckpoint({ type, automatic }).category).toBe(category)
  })

  it('does not know of a checkpoint what the host does not say', () => {
    expect(readCheckpoint({ state: '', policy: null, createdAt: '1601-01-01T00:00:00Z' })).toMatchObject({
      isSaved: null,
      policyWhenTaken: null,
      createdAt: null,
    })
  })
})

describe('a list that PowerShell printed', () => {
  it('tells machines that could not be read beside the others', () => {
    const error = {
      errorId: 'ObjectNotFound',
      category: 'ObjectNotFound',
      message: 'weg',
      service: 'Running',
    }
    const parts = [
      { afresh: true },
      { unread: { vmId, error } },
      { vm, figures },
      { vm: { ...vm, checkpoints: 'none' }, figures },
      { figures: { [vm.id]: figures } },
      { unread: { vmId: null, error } },
      { cim: 'what?' },
    ]
    expect(parts.map(listPartOf)).toMatchObject([
      { kind: 'afresh' },
      { kind: 'unread', vmId, failure: { code: 'vm-not-found' } },
      { kind: 'vm', vm: { name: 'DC01' } },
      { kind: 'broken', vmId, failure: { code: 'operation-failed' } },
      { kind: 'figures', figures: new Map([[vmId, figures]]) },
      { kind: 'unread', vmId: null, failure: { code: 'vm-not-found' } },
      { kind: 'broken', vmId: null, failure: { code: 'operation-failed' } },
    ])
  })
})

describe('a failure that PowerShell printed', () => {
  it.each([
    ['SavepointCheckpointNotFound', 'OperationStopped', null, 'checkpoint-not-found'],
    ['SavepointChangedMeanwhile', 'OperationStopped', null, 'changed-meanwhile'],
    ['ObjectNotFound', 'ObjectNotFound', 'Stopped', 'service-stopped'],
    ['ObjectNotFound', 'ObjectNotFound', 'Missing', 'module-missing'],
    ['Modules_ModuleNotFound', 'ResourceUnavailable', null, 'module-missing'],
    ['Unspecified', 'PermissionDenied', null, 'access-denied'],
    ['OperationFailed', 'NotSpecified', null, 'operation-failed'],
  ])('%s of the category %s with the service %s is %s', (errorId, category, service, code) => {
    expect(failureOfReply({ errorId, category, message: 'Meldung', service })).toMatchObject({
      code,
      detail: 'Meldung',
    })
  })

  it('that makes no sense is one that we do not understand', () => {
    expect(failureOfReply('what?')).toBeInstanceOf(AppError)
    expect(failureOfReply('what?').code).toBe('operation-failed')
  })
})
