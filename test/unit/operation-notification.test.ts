import { describe, expect, it } from 'vitest'
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
