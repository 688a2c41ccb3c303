import { type Checkpoint, CheckpointId, type Vm, VmId } from '#contract/model'

const exampleVmId = VmId.parse('11111111-1111-4111-8111-111111111111')

/** The n-th Id for a checkpoint in a test. */
export function exampleCheckpointId(n: number): CheckpointId {
  return CheckpointId.parse(`22222222-2222-4222-8222-${String(n).padStart(12, '0')}`)
}

/** A running machine without checkpoints, but for what the test says. */
export function exampleVm(change: Partial<Vm> = {}): Vm {
  return {
    id: exampleVmId,
    name: 'WIN11-TEST',
    state: 'Running',
    isCritical: false,
    activity: null,
    statusText: '',
    load: { cpuUsage: 2, memoryAssigned: 8 * 1024 ** 3, uptime: 60_000 },
    version: '9.0',
    generation: 2,
    createdAt: '2026-01-01T00:00:00.000Z',
    notes: '',
    policy: { type: 'Production', automatic: false, location: 'D:\\Virtual Machines\\WIN11-TEST' },
    configurationFolder: 'D:\\Virtual Machines\\WIN11-TEST',
    replication: 'None',
    parentCheckpointId: null,
    checkpoints: [],
    ...change,
  }
}

/** The n-th checkpoint of the example machine. */
export function exampleCheckpoint(n: number, change: Partial<Checkpoint> = {}): Checkpoint {
  return {
    id: exampleCheckpointId(n),
    vmId: exampleVmId,
    name: `Checkpoint ${String(n)}`,
    parentId: null,
    createdAt: '2026-11-20T10:00:00.000Z',
    category: 'user',
    isSaved: false,
    policyWhenTaken: 'Production',
    notes: '',
    ...change,
  }
}
