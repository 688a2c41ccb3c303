import { type Operation, OperationId } from '#contract/model'
import { exampleVm } from './example-vm.ts'

/** The n-th Id for an operation in a test. */
export function exampleOperationId(n: number): OperationId {
  return OperationId.parse(`33333333-3333-4333-8333-${String(n).padStart(12, '0')}`)
}

/** The n-th, a checkpoint of the example machine that is being taken, but for what the test says. */
export function exampleOperation(n: number, change: Partial<Operation> = {}): Operation {
  const { id: vmId, name: vmName } = exampleVm()
  return {
    id: exampleOperationId(n),
    kind: 'create-checkpoint',
    vmId,
    vmName,
    checkpointId: null,
    checkpointName: null,
    state: 'running',
    undo: null,
    isKeepingCurrent: false,
    isRecovered: false,
    percent: null,
    startedAt: '2026-11-21T09:00:00.000Z',
    endedAt: null,
    error: null,
    remark: null,
    ...change,
  }
}
