import { describe, expect, it } from 'vitest'
import { fallbackSentence } from '#contract/fallback-text'
import type { Operation } from '#contract/model'
import { notificationOf } from '#contract/operation-notification'
import { exampleOperation, exampleOperationId } from '../support/example-operation.ts'
import { exampleRecord } from '../support/example-record.ts'
import { exampleCheckpointId, exampleVm } from '../support/example-vm.ts'

const vmId = exampleVm().id
const checkpointId = exampleCheckpointId(1)
const click = { do: 'show', request: { what: 'operation', operationId: exampleOperationId(1) } }
const buttons = [
  { label: 'Rename…', action: { do: 'show', request: { what: 'rename-checkpoint', vmId, checkpointId } } },
  { label: 'Undo', action: { do: 'delete', vmId, checkpointId } },
]
const done = exampleOperation(1, {
  state: 'done',
  checkpointId,
  checkpointName: 'Before updates - WIN11-TEST',
})

describe('What is told when an operation ended', () => {
  it('well: its name, and that it can be renamed and undone', () => {
    expect(notificationOf(done, null)).toEqual({
      title: 'WIN11-TEST: checkpoint created',
      body: '“Before updates - WIN11-TEST”.',
      buttons,
      click,
    })
  })

  it('well, for a reason that its name does not hold: why too', () => {
    const why = (reason: string): string | undefined => notificationOf(done, exampleRecord({ reason }))?.body
    expect([why('Before updates'), why('Ticket\n4711'), why('  ')]).toEqual([
      '“Before updates - WIN11-TEST”.',
      '“Before updates - WIN11-TEST”. Ticket 4711.',
      '“Before updates - WIN11-TEST”.',
    ])
  })

  it('well, but not as asked: what it is instead, and why', () => {
    const remark = `${fallbackSentence({ backupService: 'silent' })} The policy is as it was.`
    expect(notificationOf({ ...done, remark }, exampleRecord())).toEqual({
      title: 'WIN11-TEST: checkpoint created',
      body: `“Before updates - WIN11-TEST”. ${remark}`,
      buttons,
      click,
    })
  })

  it('well, begun by an earlier start: that too', () => {
    expect(notificationOf({ ...done, isRecovered: true }, null)).toEqual({
      title: 'WIN11-TEST: checkpoint created',
      body: '“Before updates - WIN11-TEST”. An earlier start of Savepoint had begun it.',
      buttons,
      click,
    })
  })

  it('of a checkpoint that is not known by its Id: nothing that would need it', () => {
    expect(notificationOf({ ...done, checkpointId: null, checkpointName: null }, null)).toEqual({
      title: 'WIN11-TEST: checkpoint created',
      body: '',
      buttons: [],
      click,
    })
  })

  it('that took a checkpoint back: that it is gone, and no way to take that back', () => {
    expect(notificationOf({ ...done, kind: 'delete-checkpoint', checkpointName: 'Old' }, null)).toEqual({
      title: 'WIN11-TEST: checkpoint deleted',
      body: '“Old”.',
      buttons: [],
      click,
    })
  })

  it('of a machine and a checkpoint with endless names: as much of them as there is room for', () => {
    const names = { vmName: `${'v'.repeat(60)}\u202e`, checkpointName: 'c'.repeat(100) }
    const told = notificationOf({ ...done, ...names }, null)
    expect([told?.title, told?.body]).toEqual([
      `${'v'.repeat(20)}…${'v'.repeat(19)}: checkpoint created`,
      `“${'c'.repeat(20)}…${'c'.repeat(19)}”.`,
    ])
  })

  it.each<readonly [string, Operation, string, string]>([
    [
      'badly: why',
      exampleOperation(1, {
        state: 'failed',
        error: { code: 'operation-failed', message: 'The disk is full.' },
      }),
      'WIN11-TEST: checkpoint failed',
      'The disk is full.',
    ],
    [
      'badly, and nobody said why',
      exampleOperation(1, { state: 'failed' }),
      'WIN11-TEST: checkpoint failed',
      'Hyper-V did not say why.',
    ],
    [
      'because somebody cancelled it',
      exampleOperation(1, { state: 'failed', error: { code: 'cancelled', message: 'It was cancelled.' } }),
      'WIN11-TEST: creating checkpoint was cancelled',
      'It was cancelled.',
    ],
    [
      'nobody knows how',
      exampleOperation(1, { state: 'unknown' }),
      'WIN11-TEST: how this ended is not known',
      'Open Savepoint and look at the list: it shows what is true now.',
    ],
    [
      'nobody knows how, and somebody knows why not',
      exampleOperation(1, { state: 'unknown', error: { code: 'outcome-unknown', message: 'No answer.' } }),
      'WIN11-TEST: how this ended is not known',
      'No answer.',
    ],
    [
      'badly, begun by an earlier start',
      exampleOperation(1, {
        state: 'failed',
        isRecovered: true,
        error: { code: 'internal', message: 'Why.' },
      }),
      'WIN11-TEST: checkpoint failed',
      'Why. An earlier start of Savepoint had begun it.',
    ],
  ])('%s', (_, operation, title, body) => {
    expect(notificationOf(operation, null)).toEqual({ title, body, buttons: [], click })
  })

  it.each(['waiting', 'queued', 'running', 'merging', 'undone'] as const)(
    'is nothing while it is %s',
    (state) => {
      expect(notificationOf({ ...done, state }, exampleRecord())).toBeNull()
    },
  )
})
